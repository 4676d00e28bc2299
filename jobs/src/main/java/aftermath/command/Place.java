package aftermath.command;

import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Sessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Where a command works: the options that all of them share. */
public final class Place {

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description =
          "Folder of the tables, local or on an object store (s3a://…). Default: warehouse/<id of"
              + " the incident>.")
  private String warehouse;

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "Where Spark runs. Default: ${DEFAULT-VALUE}. spark-submit's choice wins.")
  private String master;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A Spark setting; may be given several times.")
  private Map<String, String> settings = new LinkedHashMap<>();

  static Place of(String warehouse, Map<String, String> settings) {
    var place = new Place();
    place.warehouse = warehouse;
    place.master = "local[*]";
    place.settings = settings;
    return place;
  }

  String warehouse(Incident incident) {
    return warehouse == null ? "warehouse/" + incident.id() : warehouse;
  }

  /** The arguments of a command that is to look into the same tables, for people to type. */
  String arguments(Path incidentFile) {
    String file = quoted(incidentFile.toString());
    return warehouse == null ? file : file + " --warehouse " + quoted(warehouse);
  }

  private static String quoted(String word) {
    return word.matches("[\\w./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  SparkSession session() {
    return Sessions.open(master, settings);
  }

  Lakehouse lakehouse(SparkSession spark, Incident incident) {
    if (Files.isRegularFile(Path.of(warehouse(incident)))) {
      throw CommandMistake.warehouseIsAFile(warehouse(incident));
    }
    return new Lakehouse(spark, absolute(warehouse(incident)));
  }

  /** Where relative paths of an incident file start: as asked for, or as the file says. */
  static String input(String asked, Path incidentFile, Incident incident) {
    if (asked != null || incident.input().contains(":/")) {
      return absolute(asked == null ? incident.input() : asked);
    }
    return absolute(incidentFile.toAbsolutePath().getParent().resolve(incident.input()).toString());
  }

  static Incident incident(Path file) {
    return IncidentFile.read(file);
  }

  /** Delta wants to know where it is, whatever the working folder of an executor. */
  static String absolute(String folder) {
    return folder.contains(":/") ? folder : Path.of(folder).toAbsolutePath().normalize().toString();
  }
}
