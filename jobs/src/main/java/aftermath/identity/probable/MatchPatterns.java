package aftermath.identity.probable;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.Compared;
import aftermath.identity.ImpactedRecords;
import aftermath.identity.KnownLinks;
import aftermath.identity.KnownPeople;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.Comparisons;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** How many pairs agree in which way: what training learns from. */
public final class MatchPatterns {
  static final String RECORDS = "records";
  static final String SAME = "same look";
  static final String KNOWN = "known people";
  static final String RANDOM = "random";
  static final String DECIDED = "decided";
  static final String ALL_RECORDS = "all records";
  static final String ALL_KNOWN = "all known people";

  /** Looks of which all pairs are compared to see what strangers have in common. */
  private static final int STRANGERS = 1500;

  public static final Table TABLE =
      Table.table("silver.match_patterns")
          .comment("One row per way in which pairs agree")
          .columns(
              """
              kind    STRING NOT NULL COMMENT 'records: candidate pairs of records; same look: of records that look the same; known people: of a record and a known person; random: pairs of records taken at random; decided: of a record and the known person to whom an exact rule led; all records, all known people: how many pairs there are at all',
              rules   BIGINT NOT NULL COMMENT 'bit per blocking rule under which they meet; of decided pairs: bit per comparison that the exact rule asked for',
              pattern BIGINT NOT NULL COMMENT 'how they agree: three bits per comparison',
              pairs   BIGINT NOT NULL COMMENT 'pairs',
              rarity  DOUBLE NOT NULL COMMENT 'their mean rarity in bits',
              own_rarity DOUBLE NOT NULL COMMENT 'the part of it that is of attributes which households do not share'
              """)
          .key("kind", "rules", "pattern");

  private final Comparisons comparisons;
  private final DecidedPairs decided;

  private MatchPatterns(Incident incident, Matching matching) {
    var compared = Compared.of(incident, matching);
    this.comparisons = compared.comparisons();
    this.decided = new DecidedPairs(compared, incident.linking().known());
  }

  public static Model model(Incident incident, Matching matching) {
    return Model.model(TABLE)
        .from(
            CandidatePairs.TABLE,
            MatchProfiles.TABLE,
            KnownPeople.table(incident),
            ImpactedRecords.table(incident),
            KnownLinks.TABLE)
        .as(new MatchPatterns(incident, matching)::derive)
        .dependingOn(matching);
  }

  Dataset<Row> derive(
      Dataset<Row> pairs,
      Dataset<Row> profiles,
      Dataset<Row> known,
      Dataset<Row> impacted,
      Dataset<Row> knownLinks) {
    Dataset<Row> candidates =
        pairs
            .where("profile IS NOT NULL")
            .where("pairs > 0")
            .withColumn(
                "kind",
                when(col("profile").equalTo(col("other")).and(col("owner").isNull()), SAME)
                    .when(col("owner").isNull(), RECORDS)
                    .otherwise(KNOWN))
            .groupBy("kind", "rules", "pattern")
            .agg(
                sum("pairs").as("pairs"),
                round(avg("rarity"), 4).as("rarity"),
                round(avg("own_rarity"), 4).as("own_rarity"));
    Dataset<Row> among = profiles.agg(expr("count(1) * (count(1) - 1) DIV 2").as("pairs"));
    Dataset<Row> withKnown =
        profiles
            .agg(count(lit(1)).as("profiles"))
            .crossJoin(known.agg(count(lit(1)).as("known")))
            .select(expr("profiles * known").as("pairs"));
    return candidates
        .unionByName(of(RANDOM, random(profiles)))
        .unionByName(of(DECIDED, decided.patterns(impacted, known, knownLinks)))
        .unionByName(of(ALL_RECORDS, among.withColumn("pattern", lit(0L))))
        .unionByName(of(ALL_KNOWN, withKnown.withColumn("pattern", lit(0L))));
  }

  private Dataset<Row> random(Dataset<Row> profiles) {
    Comparisons kept = comparisons;
    MapPartitionsFunction<Row, Row> compared = rows -> patternsOfAllPairs(rows, kept);
    return profiles
        .crossJoin(profiles.agg(expr("greatest(1L, count(1) DIV " + STRANGERS + ")").as("sample")))
        .where("pmod(xxhash64(profile), sample) = 0")
        .select("values")
        .coalesce(1)
        .mapPartitions(
            compared,
            Encoders.row(StructType.fromDDL("pattern BIGINT NOT NULL, pairs BIGINT NOT NULL")));
  }

  /** Kinds of pairs that met under no blocking rule. */
  private static Dataset<Row> of(String kind, Dataset<Row> patterns) {
    boolean isOfRules = List.of(patterns.columns()).contains("rules");
    return patterns.select(
        lit(kind).as("kind"),
        isOfRules ? col("rules") : lit(0L).as("rules"),
        col("pattern"),
        col("pairs"),
        lit(0d).as("rarity"),
        lit(0d).as("own_rarity"));
  }

  private static Iterator<Row> patternsOfAllPairs(Iterator<Row> rows, Comparisons comparisons) {
    var looks = new ArrayList<char[][]>();
    rows.forEachRemaining(row -> looks.add(Look.chars(row.getList(0))));
    Map<Long, Long> pairs = new HashMap<>();
    for (int one = 0; one < looks.size(); one++) {
      for (int other = one + 1; other < looks.size(); other++) {
        pairs.merge(comparisons.pattern(looks.get(one), looks.get(other)), 1L, Long::sum);
      }
    }
    return pairs.entrySet().stream()
        .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
        .iterator();
  }
}
