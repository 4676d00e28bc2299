package aftermath.command;

import aftermath.identity.probable.LinkQuality;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.lakehouse.Lakehouse;
import aftermath.present.LinkPage;
import aftermath.present.LinkPage.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws how records were matched. */
@Command(
    name = "draw-links",
    mixinStandardHelpOptions = true,
    description = {
      "Draws how records were matched, as one page that opens in any browser: what agreement is worth,"
          + " pairs by match weight, records that cannot be linked, and the waterfall of one pair.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  aftermath draw-links conf/qantas-2025.yaml --out links.html",
      "  aftermath draw-links conf/qantas-2025.yaml CS-233078205 C:C18666615 --out pair.html"
    })
public final class DrawLinksCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Parameters(
      index = "1..*",
      arity = "0..2",
      paramLabel = "RECORD",
      description =
          "Two keys of stolen records or known people (C:… a customer, M:… a member) whose waterfall"
              + " is drawn, too.")
  private List<String> pair = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "links.html",
      description = "The page to write; one that is there is replaced. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    Incident incident = Place.incident(incidentFile);
    Matching matching =
        incident.linking().matching().orElseThrow(() -> CommandMistake.noMatching(incidentFile));
    if (pair.size() == 1) {
      throw CommandMistake.oneRecordOnly();
    }
    try (SparkSession spark = place.session()) {
      Lakehouse lakehouse = place.lakehouse(spark, incident);
      if (lakehouse.version(LinkQuality.TABLE).isEmpty()) {
        throw CommandMistake.tableNotMade(LinkQuality.TABLE.name(), place.warehouse(incident));
      }
      List<Row> quality =
          lakehouse
              .read(LinkQuality.TABLE)
              .orderBy(functions.col("subject"), functions.col("item"), functions.col("detail"))
              .collectAsList();
      Files.writeString(
          out,
          LinkPage.text(
              incident.title(), matching.sameAt(), quality, pair(incident, lakehouse, matching)));
    }
    System.out.printf("The page is %s%n", out);
    return 0;
  }

  private Optional<Pair> pair(Incident incident, Lakehouse lakehouse, Matching matching) {
    if (pair.isEmpty()) {
      return Optional.empty();
    }
    var asked =
        new LinkCase(incident, lakehouse, place.warehouse(incident), pair.get(0), pair.get(1));
    return Optional.of(new Pair(asked.first(), asked.second(), asked.evidence(matching)));
  }
}
