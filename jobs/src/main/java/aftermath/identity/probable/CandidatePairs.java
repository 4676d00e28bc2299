package aftermath.identity.probable;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.Compared;
import aftermath.identity.probable.PairsOfBlocks.Pairing;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.Pattern;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * The pairs worth a closer look, and how they agree. Every pair is there once, however many rules
 * bring it together.
 */
public final class CandidatePairs {

  public static final Table TABLE =
      Table.table("silver.candidate_pairs")
          .comment(
              "One row per pair of looks that share a key, per look with itself, and per block that was too large")
          .columns(
              """
              profile BIGINT          COMMENT 'the one, see silver.match_profiles; null for a block that was left out',
              other   BIGINT          COMMENT 'the other, see silver.match_profiles or silver.match_anchors; of a block that was left out: its key',
              owner   BIGINT          COMMENT 'the known person, if other is one',
              rules   BIGINT NOT NULL COMMENT 'bit per rule of silver.blocking_rules under which they meet',
              pattern BIGINT NOT NULL COMMENT 'how they agree: three bits per comparison; of a block that was left out: its rows',
              rarity  FLOAT  NOT NULL COMMENT 'rarity in bits of what they agree on exactly',
              own_rarity FLOAT NOT NULL COMMENT 'the part of it that is of attributes which households do not share',
              pairs   BIGINT NOT NULL COMMENT 'pairs that it stands for: 1; of a look with itself: records that look so, but one'
              """)
          .personal("profile", "other", "owner");

  private static final StructType FOUND =
      StructType.fromDDL(
          "profile BIGINT, other BIGINT, owner BIGINT, rules BIGINT NOT NULL, pattern BIGINT NOT NULL,"
              + " rarity FLOAT NOT NULL, own_rarity FLOAT NOT NULL");

  private final Compared compared;
  private final Blocking blocking;
  private final Rarity rarity;
  private final Matching matching;

  private CandidatePairs(Incident incident, Matching matching) {
    this.compared = Compared.of(incident, matching);
    this.blocking = new Blocking(compared, matching);
    this.rarity = new Rarity(blocking, matching.largestBlock());
    this.matching = matching;
  }

  public static Model model(Incident incident, Matching matching) {
    return Model.model(TABLE)
        .from(MatchProfiles.TABLE, MatchKeys.TABLE, BlockingRules.TABLE, MatchAnchors.TABLE)
        .as(new CandidatePairs(incident, matching)::derive)
        .dependingOn(matching);
  }

  Dataset<Row> derive(
      Dataset<Row> profiles, Dataset<Row> keys, Dataset<Row> rules, Dataset<Row> anchors) {
    Dataset<Row> inUse = rarity.inUse(rules);
    Dataset<Row> looks =
        profiles
            .withColumn("owner", lit(null).cast("bigint"))
            .crossJoin(broadcast(inUse))
            .transform(rows -> rarity.withRarity(rows, keys));
    Dataset<Row> amongThemselves =
        looks.transform(rows -> compared(rows, "in_use", Pairing.LOOSE_WITH_LOOSE));
    return amongThemselves
        .union(withKnown(looks, anchors, keys, inUse))
        .union(withThemselves(looks));
  }

  /** Records that look the same are a pair too; how sure it is that they are one person. */
  private Dataset<Row> withThemselves(Dataset<Row> looks) {
    Column pattern = lit(0L);
    Column all = lit(0f);
    Column own = lit(0f);
    for (int at = 0; at < blocking.singles(); at++) {
      Column isThere = Blocking.value(at).isNotNull();
      Column bits = when(isThere, element_at(col("bits"), at + 1)).otherwise(lit(0f));
      pattern = pattern.bitwiseOR(when(isThere, Pattern.exactOn(at)).otherwise(0L));
      all = all.plus(bits);
      own = compared.comparisons().isShared(at) ? own : own.plus(bits);
    }
    return looks.select(
        col("profile"),
        col("profile").as("other"),
        col("owner"),
        active("in_use").as("rules"),
        pattern.as("pattern"),
        all.as("rarity"),
        own.as("own_rarity"),
        col("records").minus(1).as("pairs"));
  }

  private Dataset<Row> withKnown(
      Dataset<Row> looks, Dataset<Row> anchors, Dataset<Row> keys, Dataset<Row> inUse) {
    Dataset<Row> known =
        anchors
            .withColumn("records", lit(1L))
            .crossJoin(broadcast(inUse))
            .transform(rows -> rarity.withRarity(rows, keys));
    return looks
        .unionByName(known)
        .transform(rows -> compared(rows, "in_use_for_known", Pairing.LOOSE_WITH_KNOWN));
  }

  /** Bit per attribute that is in use alone, there, and not too common. */
  private Column active(String inUse) {
    Column active = lit(0L);
    for (int at = 0; at < blocking.singles(); at++) {
      Column isActive =
          isInUse(inUse, at)
              .and(Blocking.value(at).isNotNull())
              .and(col("common").bitwiseAND(1L << at).equalTo(0));
      active = active.bitwiseOR(when(isActive, 1L << at).otherwise(0L));
    }
    return active;
  }

  private static Column isInUse(String rules, int rule) {
    return col(rules).bitwiseAND(1L << rule).notEqual(0);
  }

  private Dataset<Row> compared(Dataset<Row> rows, String inUse, Pairing pairing) {
    var pairs =
        new PairsOfBlocks(compared.comparisons(), blocking, matching.largestBlock(), pairing);
    return rows.select(
            explode(blocking.keys(col(inUse), col("common"))).as("key"),
            col(inUse),
            col("profile"),
            col("owner"),
            active(inUse).as("active"),
            col("values"),
            col("bits"))
        .repartition(col("key"))
        .sortWithinPartitions("key")
        .mapPartitions(pairs, Encoders.row(FOUND))
        .dropDuplicates("profile", "other", "owner", "rules", "pattern")
        .select(
            col("profile"),
            col("other"),
            col("owner"),
            col("rules"),
            col("pattern"),
            col("rarity"),
            col("own_rarity"),
            lit(1L).as("pairs"));
  }
}
