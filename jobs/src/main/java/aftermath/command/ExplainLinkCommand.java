package aftermath.command;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.identity.ImpactedRecords;
import aftermath.identity.KnownLinks;
import aftermath.identity.KnownPeople;
import aftermath.identity.Links;
import aftermath.identity.probable.BlockingRules;
import aftermath.identity.probable.LearntWeights;
import aftermath.identity.probable.LooksOf;
import aftermath.identity.probable.MatchKeys;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.lakehouse.Lakehouse;
import aftermath.matching.Waterfall;
import aftermath.pipeline.Table;
import aftermath.present.LinkExplained;
import aftermath.present.LinkExplained.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
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
      var tables =
          new Tables(incident, place.lakehouse(spark, incident), place.warehouse(incident));
      Side first = side(tables, one, "first");
      Side second = side(tables, other, "second");
      incident
          .linking()
          .matching()
          .ifPresentOrElse(
              matching -> explainMatching(tables, matching, first, second),
              () -> System.out.print(LinkExplained.byRules(first, second)));
    }
    return 0;
  }

  /** The tables of one warehouse. */
  private record Tables(Incident incident, Lakehouse lakehouse, String warehouse) {
    Dataset<Row> rows(Table table) {
      if (lakehouse.version(table).isEmpty()) {
        throw CommandMistake.tableNotMade(table.name(), warehouse);
      }
      return lakehouse.read(
          BreachPipeline.of(incident, PseudonymKey.NONE).table(table.name()).orElse(table));
    }

    Dataset<Row> impacted() {
      return rows(ImpactedRecords.table(incident));
    }

    Dataset<Row> known() {
      return rows(KnownPeople.table(incident));
    }
  }

  private static Side side(Tables tables, String id, String which) {
    Dataset<Row> records =
        KnownLinks.numbered(tables.impacted().where(functions.col("record_id").equalTo(id)));
    Optional<Row> link =
        tables
            .rows(Links.TABLE)
            .join(records.select("record"), new String[] {"record"}, "left_semi")
            .select("person", "state", "rule", "found")
            .takeAsList(1)
            .stream()
            .findFirst();
    if (link.isPresent()) {
      Row row = link.get();
      return new Side(id, row.getLong(0), row.getString(1), row.getString(2));
    }
    return tables
        .known()
        .where(functions.col("known_id").equalTo(id))
        .select(KnownLinks.numberOf("known_id"))
        .takeAsList(1)
        .stream()
        .map(row -> new Side(id, row.getLong(0), Side.KNOWN, null))
        .findFirst()
        .orElseThrow(() -> CommandMistake.noSuchRecord(which, tables.warehouse()));
  }

  private static void explainMatching(Tables tables, Matching matching, Side first, Side second) {
    var looksOf = new LooksOf(tables.incident(), matching);
    Row one = look(tables, looksOf, first);
    Row other = look(tables, looksOf, second);
    boolean withKnown = first.isKnown() || second.isKnown();
    List<Row> rules = tables.rows(BlockingRules.TABLE).collectAsList();
    List<Row> weights = tables.rows(LearntWeights.TABLE).collectAsList();
    var comparisons = looksOf.comparisons();
    long pattern = comparisons.pattern(chars(one.getList(0)), chars(other.getList(0)));
    var waterfall =
        Waterfall.of(
            comparisons,
            LearntWeights.weights(comparisons, weights),
            LearntWeights.priors(weights, withKnown),
            pattern,
            smaller(one.getList(1), other.getList(1)));
    System.out.print(
        LinkExplained.byProbability(
            first.showing(one.getList(0)),
            second.showing(other.getList(0)),
            waterfall,
            looksOf.meetUnder(one, other, pattern, rules, withKnown),
            matching.sameAt()));
  }

  private static Row look(Tables tables, LooksOf looksOf, Side side) {
    String id = side.isKnown() ? "known_id" : "record_id";
    Dataset<Row> rows = side.isKnown() ? tables.known() : tables.impacted();
    return looksOf
        .looks(
            rows.where(functions.col(id).equalTo(side.id())),
            tables.rows(MatchKeys.TABLE),
            tables.rows(BlockingRules.TABLE))
        .takeAsList(1)
        .get(0);
  }

  private static char[][] chars(List<String> values) {
    return values.stream()
        .map(value -> value == null ? null : value.toCharArray())
        .toArray(char[][]::new);
  }

  /** A value that one of two lists hardly knows may be common in the other. */
  private static double[] smaller(List<Float> one, List<Float> other) {
    var bits = new double[one.size()];
    for (int at = 0; at < bits.length; at++) {
      Float first = one.get(at);
      Float second = other.get(at);
      bits[at] = first == null || second == null ? 0 : Math.min(first, second);
    }
    return bits;
  }
}
