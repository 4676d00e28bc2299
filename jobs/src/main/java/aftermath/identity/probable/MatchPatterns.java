package aftermath.identity.probable;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import aftermath.identity.Compared;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.Comparisons;
import aftermath.matching.Finding;
import aftermath.matching.PatternCounts;
import aftermath.matching.Values;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * How many pairs agree in which way: what training learns from. Where there are many pairs, the
 * blocks of a sample of the keys are looked at; as every pair is looked at in one block only, its
 * pairs stand for as many more.
 */
public final class MatchPatterns {
  static final String RECORDS = "records";
  static final String SAME = "same look";
  static final String KNOWN = "known people";
  static final String RANDOM = "random";
  static final String ALL_RECORDS = "all records";

  /** Pairs from which a share is known as well as it has to be. */
  private static final int ENOUGH_PAIRS = 3_000_000;

  /** Looks of which all pairs are compared to see what strangers have in common. */
  private static final int STRANGERS = 1200;

  public static final Table TABLE =
      Table.table("silver.match_patterns")
          .comment("One row per way in which pairs agree")
          .columns(
              """
              kind    STRING NOT NULL COMMENT 'records: candidate pairs of records; same look: of records that look the same; known people: of a record and a known person; random: pairs of records taken at random; all records: how many pairs there are at all',
              rules   BIGINT NOT NULL COMMENT 'bit per blocking rule under which they meet',
              pattern BIGINT NOT NULL COMMENT 'how they agree: three bits per comparison',
              pairs   BIGINT NOT NULL COMMENT 'pairs; where there are many, estimated from the blocks of a sample of the keys',
              rarity  DOUBLE NOT NULL COMMENT 'their mean rarity in bits',
              own_rarity DOUBLE NOT NULL COMMENT 'the part of it that is of attributes which households do not share'
              """)
          .key("kind", "rules", "pattern");

  private final Comparisons comparisons;
  private final Blocking blocking;
  private final Matching matching;

  private MatchPatterns(Incident incident, Matching matching) {
    var compared = Compared.of(incident, matching);
    this.comparisons = compared.comparisons();
    this.blocking = new Blocking(compared, matching);
    this.matching = matching;
  }

  public static Model model(Incident incident, Matching matching) {
    return Model.model(TABLE)
        .from(
            MatchProfiles.TABLE,
            MatchAnchors.TABLE,
            MatchKeys.TABLE,
            BlockingRules.TABLE,
            CrowdedKeys.TABLE)
        .as(new MatchPatterns(incident, matching)::derive)
        .dependingOn(matching);
  }

  private Dataset<Row> derive(
      Dataset<Row> profiles,
      Dataset<Row> anchors,
      Dataset<Row> keys,
      Dataset<Row> rules,
      Dataset<Row> crowded) {
    var looks = new LooksByKey(blocking, matching.largestBlock(), keys, rules, crowded);
    Column ofRecords = oneOf(rules.where("is_in_use").agg(sum("pairs")).scalar());
    Column ofKnown =
        oneOf(rules.where("is_in_use_for_known").agg(sum("pairs_with_known")).scalar());
    Dataset<Row> sampled = looks.ofRecordsSampled(profiles, ofRecords);
    Dataset<Row> sampledWithKnown = looks.withKnownSampled(profiles, anchors, ofKnown);
    return counted(RECORDS, blocks(sampled, Pairing.RECORDS), ofRecords)
        .unionByName(counted(KNOWN, blocks(sampledWithKnown, Pairing.KNOWN_PEOPLE), ofKnown))
        .unionByName(counted(SAME, same(looks.each(profiles.where("records > 1"))), lit(1L)))
        .unionByName(of(RANDOM, random(profiles)))
        .unionByName(
            of(
                ALL_RECORDS,
                profiles
                    .agg(expr("count(1) * (count(1) - 1) DIV 2").as("pairs"))
                    .withColumn("pattern", lit(0L))));
  }

  /** One in how many keys is enough. */
  private static Column oneOf(Column pairs) {
    return coalesce(pairs, lit(0d)).divide(ENOUGH_PAIRS).cast("bigint").plus(1L);
  }

  private Dataset<Row> blocks(Dataset<Row> byKey, Pairing pairing) {
    return LooksByKey.inBlocks(byKey)
        .mapPartitions(
            new PatternsOfBlocks(comparisons, blocking, pairing),
            Encoders.row(PatternsOfBlocks.COUNTED));
  }

  private Dataset<Row> same(Dataset<Row> looks) {
    return looks
        .select("records", "look")
        .mapPartitions(new PatternsOfTheSame(comparisons), Encoders.row(PatternsOfBlocks.COUNTED));
  }

  private static Dataset<Row> counted(String kind, Dataset<Row> patterns, Column oneOf) {
    return patterns
        .groupBy("rules", "pattern")
        .agg(
            sum("pairs").as("pairs"),
            sum("rarity").as("rarity"),
            sum("own_rarity").as("own_rarity"))
        .select(
            lit(kind).as("kind"),
            col("rules"),
            col("pattern"),
            col("pairs").multiply(oneOf).as("pairs"),
            expr("round(rarity / pairs, 4)").as("rarity"),
            expr("round(own_rarity / pairs, 4)").as("own_rarity"));
  }

  private Dataset<Row> random(Dataset<Row> profiles) {
    Comparisons kept = comparisons;
    MapPartitionsFunction<Row, Row> compared = rows -> patternsOfAllPairs(rows, kept);
    Column oneOf = profiles.agg(expr("greatest(1L, count(1) DIV " + STRANGERS + ")")).scalar();
    return profiles
        .where(expr("xxhash64(profile)").mod(oneOf).equalTo(0))
        .select("values")
        .repartition(1)
        .mapPartitions(compared, Encoders.row(PatternsOfBlocks.COUNTED));
  }

  /** Kinds of pairs that met under no blocking rule. */
  private static Dataset<Row> of(String kind, Dataset<Row> patterns) {
    return patterns.select(
        lit(kind).as("kind"),
        lit(0L).as("rules"),
        col("pattern"),
        col("pairs"),
        lit(0d).as("rarity"),
        lit(0d).as("own_rarity"));
  }

  private static Iterator<Row> patternsOfAllPairs(Iterator<Row> rows, Comparisons comparisons) {
    var looks = new ArrayList<Values>();
    rows.forEachRemaining(row -> looks.add(Values.of(row.<byte[]>getAs(0))));
    var counts = new PatternCounts();
    for (int one = 0; one < looks.size(); one++) {
      for (int other = one + 1; other < looks.size(); other++) {
        counts.add(0, new Finding(comparisons.pattern(looks.get(one), looks.get(other)), 0, 0));
      }
    }
    return PatternsOfBlocks.rows(counts).iterator();
  }
}
