package aftermath.command;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.identity.ImpactedRecords;
import aftermath.identity.KnownLinks;
import aftermath.identity.KnownPeople;
import aftermath.identity.LinkDecisions;
import aftermath.identity.Links;
import aftermath.identity.probable.BlockingRules;
import aftermath.identity.probable.LearntWeights;
import aftermath.identity.probable.LooksOf;
import aftermath.identity.probable.MatchKeys;
import aftermath.incident.Incident;
import aftermath.incident.LinkRule;
import aftermath.incident.Matching;
import aftermath.lakehouse.Lakehouse;
import aftermath.matching.Look;
import aftermath.matching.Waterfall;
import aftermath.pipeline.Table;
import aftermath.present.LinkExplained.ByRules;
import aftermath.present.LinkExplained.Evidence;
import aftermath.present.LinkExplained.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Two records, or a record and a known person, and what the tables of a warehouse know of them. */
final class LinkCase {
  private final Incident incident;
  private final Lakehouse lakehouse;
  private final String warehouse;
  private final Side first;
  private final Side second;

  /**
   * @param one key of a stolen record, or of a known person
   * @throws CommandMistake if one of the two is nobody, or a table has not been made
   */
  LinkCase(Incident incident, Lakehouse lakehouse, String warehouse, String one, String other) {
    this.incident = incident;
    this.lakehouse = lakehouse;
    this.warehouse = warehouse;
    this.first = side(one, "first");
    this.second = side(other, "second");
  }

  Side first() {
    return first;
  }

  Side second() {
    return second;
  }

  /** What matching makes of the two, with their values. */
  Evidence evidence(Matching matching) {
    var looksOf = new LooksOf(incident, matching);
    Look one = look(looksOf, first);
    Look other = look(looksOf, second);
    boolean withKnown = first.isKnown() || second.isKnown();
    List<Row> rules = rows(BlockingRules.TABLE).collectAsList();
    List<Row> weights = rows(LearntWeights.TABLE).collectAsList();
    var comparisons = looksOf.comparisons();
    var waterfall =
        Waterfall.of(
            comparisons,
            LearntWeights.weights(comparisons, weights),
            withKnown
                ? LearntWeights.priorsWithKnown(weights)
                : LearntWeights.priorsOfRecords(weights),
            comparisons.pattern(one.values(), other.values()),
            looksOf.bitsInCommon(one, other));
    return new Evidence(
        looksOf.values(one),
        looksOf.values(other),
        waterfall,
        looksOf.meetUnder(one, other, rules, withKnown),
        matching.sameAt(),
        decision());
  }

  /** What the exact rules ask for, and what the two have of it. */
  ByRules agreements() {
    var linking = incident.linking();
    boolean withKnown = first.isKnown() || second.isKnown();
    List<LinkRule> rules = withKnown ? linking.known() : linking.records();
    List<String> attributes =
        rules.stream().flatMap(rule -> rule.same().stream()).distinct().toList();
    return new ByRules(attributes, values(first, attributes), values(second, attributes), rules);
  }

  private List<String> values(Side side, List<String> attributes) {
    Dataset<Row> rows = side.isKnown() ? known() : impacted();
    Set<String> shown = Set.of(rows.columns());
    Column[] values =
        attributes.stream()
            .map(name -> shown.contains(name) ? functions.col(name) : functions.lit(null))
            .map(value -> value.cast("string"))
            .toArray(Column[]::new);
    return rows.where(functions.col(side.isKnown() ? "known_id" : "record_id").equalTo(side.id()))
        .select(functions.array(values))
        .takeAsList(1)
        .get(0)
        .getList(0);
  }

  private Side side(String id, String which) {
    Dataset<Row> records =
        KnownLinks.numbered(impacted().where(functions.col("record_id").equalTo(id)));
    Optional<Row> link =
        rows(Links.TABLE)
            .join(records.select("record"), new String[] {"record"}, "left_semi")
            .select("person", "state", "rule")
            .takeAsList(1)
            .stream()
            .findFirst();
    if (link.isPresent()) {
      Row row = link.get();
      return new Side(id, row.getLong(0), row.getString(1), row.getString(2));
    }
    return known()
        .where(functions.col("known_id").equalTo(id))
        .select(KnownLinks.numberOf("known_id"))
        .takeAsList(1)
        .stream()
        .map(row -> new Side(id, row.getLong(0), Side.KNOWN, null))
        .findFirst()
        .orElseThrow(() -> CommandMistake.noSuchRecord(which, warehouse));
  }

  private Optional<String> decision() {
    if (!LinkDecisions.areIn(incident)) {
      return Optional.empty();
    }
    Column one = functions.xxhash64(functions.lit(first.id()));
    Column other = functions.xxhash64(functions.lit(second.id()));
    Column isPair =
        functions.col("record").isin(one, other).and(functions.col("other").isin(one, other));
    return LinkDecisions.inForce(rows(LinkDecisions.TABLE)).where(isPair).takeAsList(1).stream()
        .findFirst()
        .map(row -> row.getAs("decision"));
  }

  private Look look(LooksOf looksOf, Side side) {
    String id = side.isKnown() ? "known_id" : "record_id";
    Dataset<Row> rows = side.isKnown() ? known() : impacted();
    return looksOf.look(
        looksOf
            .looks(rows.where(functions.col(id).equalTo(side.id())), rows(MatchKeys.TABLE))
            .takeAsList(1)
            .get(0));
  }

  private Dataset<Row> rows(Table table) {
    if (lakehouse.version(table).isEmpty()) {
      throw CommandMistake.tableNotMade(table.name(), warehouse);
    }
    return lakehouse.read(
        BreachPipeline.of(incident, PseudonymKey.NONE).table(table.name()).orElse(table));
  }

  private Dataset<Row> impacted() {
    return rows(ImpactedRecords.table(incident));
  }

  private Dataset<Row> known() {
    return rows(KnownPeople.table(incident));
  }
}
