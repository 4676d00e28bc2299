package aftermath.command;

import aftermath.incident.Incident;
import aftermath.present.LinkExplained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says why two records were, or were not, taken for one person. */
@Command(
    name = "explain-link",
    mixinStandardHelpOptions = true,
    description = {
      "Says why two records were, or were not, taken for one person: how they agree, what that is"
          + " worth, and which rule decided. Values are masked.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  aftermath explain-link CS-233078205 CS-168743456 conf/qantas-2025.yaml",
      "  aftermath explain-link CS-233078205 C:C18666615 conf/qantas-2025.yaml --warehouse warehouse"
    })
public final class ExplainLinkCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "RECORD",
      description = "Key of a stolen record, or of a known person: C:… a customer, M:… a member.")
  private String one;

  @Parameters(index = "1", paramLabel = "RECORD", description = "The other one.")
  private String other;

  @Parameters(index = "2", paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    Incident incident = Place.incident(incidentFile);
    try (SparkSession spark = place.session()) {
      var asked =
          new LinkCase(
              incident, place.lakehouse(spark, incident), place.warehouse(incident), one, other);
      System.out.print(
          incident
              .linking()
              .matching()
              .map(
                  matching ->
                      LinkExplained.byProbability(
                          asked.first(), asked.second(), asked.evidence(matching)))
              .orElseGet(
                  () -> LinkExplained.byRules(asked.first(), asked.second(), asked.agreements())));
    }
    return 0;
  }
}
