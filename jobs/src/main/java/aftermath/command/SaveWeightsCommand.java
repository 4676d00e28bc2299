package aftermath.command;

import aftermath.identity.probable.LearntWeights;
import aftermath.incident.Incident;
import aftermath.lakehouse.Lakehouse;
import aftermath.present.WeightsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves what a matching learnt, for another one. */
@Command(
    name = "save-weights",
    mixinStandardHelpOptions = true,
    description = {
      "Saves what matching learnt: what each degree of agreement is worth. An incident that names the"
          + " file under linking.matching.weights learns nothing and matches by it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  aftermath save-weights conf/qantas-2025.yaml --out weights.yaml",
      "  aftermath save-weights conf/demo.yaml --warehouse warehouse/demo --out conf/weights.yaml"
    })
public final class SaveWeightsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The file to write; one that is there is replaced.")
  private Path out;

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    Incident incident = Place.incident(incidentFile);
    if (incident.linking().matching().isEmpty()) {
      throw CommandMistake.noMatching(incidentFile);
    }
    try (SparkSession spark = place.session()) {
      Lakehouse lakehouse = place.lakehouse(spark, incident);
      if (lakehouse.version(LearntWeights.TABLE).isEmpty()) {
        throw CommandMistake.tableNotMade(LearntWeights.TABLE.name(), place.warehouse(incident));
      }
      String text =
          WeightsFile.text(incident.id(), lakehouse.read(LearntWeights.TABLE).collectAsList());
      if (out.toAbsolutePath().getParent() != null) {
        Files.createDirectories(out.toAbsolutePath().getParent());
      }
      Files.writeString(out, text);
    }
    System.out.printf("The weights are in %s%n", out);
    return 0;
  }
}
