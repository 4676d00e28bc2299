package aftermath.identity.probable;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import aftermath.identity.Compared;
import aftermath.identity.ImpactedRecords;
import aftermath.identity.KnownLinks;
import aftermath.identity.KnownPeople;
import aftermath.incident.Incident;
import aftermath.incident.LinkRule;
import aftermath.incident.Matching;
import aftermath.matching.Comparisons;
import aftermath.matching.Values;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * How records agree with the known people to whom exact rules led: examples of matches, for which
 * nobody had to look at pairs. What a rule asked for says nothing; the rest shows how values of one
 * person differ.
 */
public final class DecidedPatterns {
  /** Examples that are looked at: enough for any share, however many records there are. */
  private static final int ENOUGH = 50_000;

  private static final StructType SEEN =
      StructType.fromDDL("rules BIGINT NOT NULL, pattern BIGINT NOT NULL");

  static final String DECIDED = "decided";
  static final String ALL_KNOWN = "all known people";

  public static final Table TABLE =
      Table.table("silver.decided_patterns")
          .comment("One row per way in which pairs agree that an exact rule decided")
          .columns(
              """
              kind    STRING NOT NULL COMMENT 'decided: of a record and the known person to whom an exact rule led; all known people: how many pairs of a record and a known person there are at all',
              rules   BIGINT NOT NULL COMMENT 'bit per comparison that the exact rule asked for',
              pattern BIGINT NOT NULL COMMENT 'how they agree: three bits per comparison',
              pairs   BIGINT NOT NULL COMMENT 'pairs'
              """)
          .key("kind", "rules", "pattern");

  private final Compared compared;
  private final Map<String, Long> askedFor = new HashMap<>();

  private DecidedPatterns(Compared compared, List<LinkRule> rules) {
    this.compared = compared;
    for (LinkRule rule : rules) {
      long asked = 0;
      for (String attribute : rule.same()) {
        int at = compared.names().indexOf(attribute);
        asked |= at < 0 ? 0 : 1L << at;
      }
      askedFor.put(rule.name(), asked);
    }
  }

  public static Model model(Incident incident, Matching matching) {
    var decided = new DecidedPatterns(Compared.of(incident, matching), incident.linking().known());
    return Model.model(TABLE)
        .from(
            ImpactedRecords.table(incident),
            KnownPeople.table(incident),
            KnownLinks.TABLE,
            MatchProfiles.TABLE)
        .as(decided::derive)
        .dependingOn(matching);
  }

  private Dataset<Row> derive(
      Dataset<Row> impacted, Dataset<Row> known, Dataset<Row> knownLinks, Dataset<Row> profiles) {
    Dataset<Row> withKnown =
        profiles
            .agg(count(lit(1)).as("profiles"))
            .crossJoin(known.agg(count(lit(1)).as("known")))
            .select(
                lit(ALL_KNOWN).as("kind"),
                lit(0L).as("rules"),
                lit(0L).as("pattern"),
                expr("profiles * known").as("pairs"));
    return examples(impacted, known, knownLinks)
        .select(lit(DECIDED).as("kind"), col("rules"), col("pattern"), col("pairs"))
        .union(withKnown);
  }

  private Dataset<Row> examples(
      Dataset<Row> impacted, Dataset<Row> known, Dataset<Row> knownLinks) {
    Dataset<Row> linked = knownLinks.where("known IS NOT NULL");
    Dataset<Row> examples =
        linked
            .crossJoin(linked.agg(expr("greatest(1L, count(1) DIV " + ENOUGH + ")").as("one_of")))
            .where("pmod(xxhash64(record), one_of) = 0")
            .select("record", "known", "rule");
    // Few rows are asked for, so values are packed behind the joins.
    Dataset<Row> stolen =
        KnownLinks.numbered(impacted)
            .join(broadcast(examples), new String[] {"record"})
            .select(
                col("known").as("example"),
                col("rule").as("example_rule"),
                compared.packed(Set.of(impacted.columns())).as("example_stolen"));
    Comparisons comparisons = compared.comparisons();
    Map<String, Long> asked = askedFor;
    MapPartitionsFunction<Row, Row> compare = rows -> compared(rows, comparisons, asked);
    return known
        .join(broadcast(stolen), KnownLinks.numberOf("known_id").equalTo(col("example")))
        .select(
            col("example_rule"),
            col("example_stolen"),
            compared.packed(Set.of(known.columns())).as("held"))
        .mapPartitions(compare, Encoders.row(SEEN))
        .groupBy("rules", "pattern")
        .agg(count(lit(1)).as("pairs"));
  }

  private static Iterator<Row> compared(
      Iterator<Row> rows, Comparisons comparisons, Map<String, Long> askedFor) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        Row row = rows.next();
        Values stolen = Values.of(row.<byte[]>getAs(1));
        Values held = Values.of(row.<byte[]>getAs(2));
        return RowFactory.create(
            askedFor.getOrDefault(row.getString(0), 0L), comparisons.pattern(stolen, held));
      }
    };
  }
}
