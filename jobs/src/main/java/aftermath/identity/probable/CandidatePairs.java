package aftermath.identity.probable;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.Compared;
import aftermath.identity.KnownLinks;
import aftermath.identity.KnownPeople;
import aftermath.identity.probable.PairsOfBlocks.Pairing;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.Pattern;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
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
              other   BIGINT          COMMENT 'the other, or the hash of silver.known_people.known_id; of a block that was left out: its key',
              owner   BIGINT          COMMENT 'the known person, if other is one',
              rules   BIGINT NOT NULL COMMENT 'bit per rule of silver.blocking_rules under which they meet',
              pattern BIGINT NOT NULL COMMENT 'how they agree: three bits per comparison; of a block that was left out: its rows',
              rarity  FLOAT  NOT NULL COMMENT 'rarity in bits of what they agree on exactly',
              pairs   BIGINT NOT NULL COMMENT 'pairs that it stands for: 1; of a look with itself: records that look so, but one'
              """)
          .personal("profile", "other", "owner");

  private static final StructType FOUND =
      StructType.fromDDL(
          "profile BIGINT, other BIGINT, owner BIGINT, rules BIGINT NOT NULL, pattern BIGINT NOT NULL, rarity FLOAT NOT NULL");

  private final Compared compared;
  private final Blocking blocking;
  private final Matching matching;

  private CandidatePairs(Incident incident, Matching matching) {
    this.compared = Compared.of(incident, matching);
    this.blocking = new Blocking(compared, matching);
    this.matching = matching;
  }

  public static Model model(Incident incident, Matching matching) {
    return Model.model(TABLE)
        .from(
            MatchProfiles.TABLE, MatchKeys.TABLE, BlockingRules.TABLE, KnownPeople.table(incident))
        .as(new CandidatePairs(incident, matching)::derive)
        .dependingOn(matching);
  }

  Dataset<Row> derive(
      Dataset<Row> profiles, Dataset<Row> keys, Dataset<Row> rules, Dataset<Row> known) {
    Dataset<Row> looks = profiles.withColumn("owner", lit(null).cast("bigint"));
    Dataset<Row> loose = withRarity(looks, keys, rules);
    Dataset<Row> amongThemselves =
        loose
            .withColumn("active", active())
            .withColumn("key", explode(blocking.keys(col("in_use"), col("common"))))
            .transform(rows -> compared(rows, "in_use", Pairing.LOOSE_WITH_LOOSE));
    return amongThemselves.union(withKnown(loose, known, keys, rules)).union(withThemselves(loose));
  }

  /** Records that look the same are a pair too; how sure it is that they are one person. */
  private Dataset<Row> withThemselves(Dataset<Row> loose) {
    Column pattern = lit(0L);
    Column rarity = lit(0f);
    for (int at = 0; at < blocking.singles(); at++) {
      Column isThere = Blocking.value(at).isNotNull();
      pattern = pattern.bitwiseOR(when(isThere, Pattern.exactOn(at)).otherwise(0L));
      Column bits = element_at(col("bits"), at + 1);
      rarity = rarity.plus(when(isThere, bits).otherwise(lit(0f)));
    }
    return loose.select(
        col("profile"),
        col("profile").as("other"),
        col("owner"),
        active().as("rules"),
        pattern.as("pattern"),
        rarity.as("rarity"),
        col("records").minus(1).as("pairs"));
  }

  private Dataset<Row> withKnown(
      Dataset<Row> loose, Dataset<Row> known, Dataset<Row> listed, Dataset<Row> rules) {
    Column keys = explode(blocking.keys(col("in_use_for_known"), lit(-1L)));
    Dataset<Row> asked = loose.withColumn("active", lit(0L)).withColumn("key", keys);
    Dataset<Row> anchors =
        known.select(
            KnownLinks.numberOf("known_id").as("profile"),
            lit(1L).as("records"),
            compared.values(Set.of(known.columns())).as("values"),
            KnownLinks.numberOf("known_id").as("owner"));
    Dataset<Row> answering =
        withRarity(anchors, listed, rules)
            .withColumn("active", lit(0L))
            .withColumn("key", keys)
            .join(asked.select("key").distinct(), new String[] {"key"}, "left_semi")
            .select(columnsOf(asked));
    return asked
        .union(answering)
        .transform(rows -> compared(rows, "in_use_for_known", Pairing.LOOSE_WITH_KNOWN));
  }

  /** Adds in_use, in_use_for_known, bits and common: bit per value that is too common alone. */
  private Dataset<Row> withRarity(Dataset<Row> looks, Dataset<Row> keys, Dataset<Row> rules) {
    var columns = new ArrayList<Column>();
    var rests = new ArrayList<Column>();
    columns.add(rulesWhere("is_in_use").as("in_use"));
    columns.add(rulesWhere("is_in_use_for_known").as("in_use_for_known"));
    for (int rule = 0; rule < blocking.singles(); rule++) {
      rests.add(max(when(col("rule").equalTo(rule), col("rest_share"))).as("rest_" + rule));
    }
    columns.addAll(rests);
    Dataset<Row> known =
        rules.agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
    Dataset<Row> listed =
        keys.where("key IS NOT NULL").select(col("key"), col("share"), col("profiles"));
    Dataset<Row> rows = looks.crossJoin(broadcast(known));
    var bits = new ArrayList<Column>();
    Column common = lit(0L);
    for (int at = 0; at < blocking.singles(); at++) {
      Dataset<Row> of =
          listed.select(
              col("key").as("key_" + at),
              col("share").as("share_" + at),
              col("profiles").gt(matching.largestBlock()).as("is_common_" + at));
      rows = rows.join(broadcast(of), blocking.key(at).equalTo(of.col("key_" + at)), "left_outer");
      Column share = coalesce(col("share_" + at), col("rest_" + at));
      bits.add(log2(share).multiply(-1).cast("float"));
      common =
          common.bitwiseOR(
              when(coalesce(col("is_common_" + at), lit(false)), 1L << at).otherwise(0L));
    }
    return rows.select(
        col("profile"),
        col("owner"),
        col("records"),
        col("values"),
        array(bits.toArray(Column[]::new)).as("bits"),
        common.as("common"),
        col("in_use"),
        col("in_use_for_known"));
  }

  private static Column rulesWhere(String flag) {
    return coalesce(bit_or(when(col(flag), expr("shiftleft(1L, rule)")).otherwise(0L)), lit(0L));
  }

  /** Bit per attribute that is in use alone, there, and not too common. */
  private Column active() {
    Column active = lit(0L);
    for (int at = 0; at < blocking.singles(); at++) {
      Column isActive =
          isInUse("in_use", at)
              .and(Blocking.value(at).isNotNull())
              .and(col("common").bitwiseAND(1L << at).equalTo(0));
      active = active.bitwiseOR(when(isActive, 1L << at).otherwise(0L));
    }
    return active;
  }

  private static Column[] columnsOf(Dataset<Row> rows) {
    return Stream.of(rows.columns()).map(functions::col).toArray(Column[]::new);
  }

  private static Column isInUse(String rules, int rule) {
    return col(rules).bitwiseAND(1L << rule).notEqual(0);
  }

  private Dataset<Row> compared(Dataset<Row> rows, String inUse, Pairing pairing) {
    var pairs =
        new PairsOfBlocks(compared.comparisons(), blocking, matching.largestBlock(), pairing);
    return rows.select(
            col("key"),
            Blocking.rule().as("rule"),
            col(inUse),
            col("profile"),
            col("owner"),
            col("active"),
            col("values"),
            col("bits"))
        .repartition(col("key"))
        .sortWithinPartitions("key")
        .mapPartitions(pairs, Encoders.row(FOUND))
        .dropDuplicates("profile", "other", "rules", "pattern")
        .select(
            col("profile"),
            col("other"),
            col("owner"),
            col("rules"),
            col("pattern"),
            col("rarity"),
            lit(1L).as("pairs"));
  }
}
