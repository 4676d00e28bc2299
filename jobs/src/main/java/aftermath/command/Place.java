package aftermath.command;

import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Sessions;
import aftermath.pipeline.Table;
import aftermath.present.notebook.Kernel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Where a command works: the options that all of them share. */
public final class Place {
  private static final String HADOOP = "spark.hadoop.";

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

  /** For a command that reads small tables alone; what was asked for has the last word. */
  SparkSession sessionForAGlance() {
    var all = new LinkedHashMap<>(Sessions.FOR_A_GLANCE);
    all.putAll(settings);
    return Sessions.open(master, all);
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

  /** Whether a table has been made, seen without Spark. */
  boolean holds(Incident incident, Table table) {
    var hadoop = new Configuration();
    settings.forEach(
        (setting, value) -> {
          if (setting.startsWith(HADOOP)) {
            hadoop.set(setting.substring(HADOOP.length()), value);
          }
        });
    var log =
        new org.apache.hadoop.fs.Path(
            absolute(warehouse(incident)), table.folder() + "/_delta_log");
    try {
      return log.getFileSystem(hadoop).exists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A kernel for notebooks on the same tables. */
  Kernel kernel(Incident incident) {
    return new Kernel(absolute(warehouse(incident)), master, settings);
  }

  static Incident incident(Path file) {
    return IncidentFile.read(file);
  }

  /** Delta wants to know where it is, whatever the working folder of an executor. */
  static String absolute(String folder) {
    return folder.contains(":/") ? folder : Path.of(folder).toAbsolutePath().normalize().toString();
  }
}
