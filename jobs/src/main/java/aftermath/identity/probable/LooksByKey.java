package aftermath.identity.probable;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_agg;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import aftermath.functions.BlockingKeys;
import aftermath.functions.Functions;
import aftermath.functions.LookOf;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Looks, once for every key under which they are looked up, block by block: what is left out
 * because too many have it is in {@link CrowdedKeys}.
 */
final class LooksByKey {
  private final Blocking blocking;
  private final Dataset<Row> rules;
  private final Column common;
  private final Dataset<Row> crowded;
  private final Column rarities;

  /**
   * @param keys rows of {@link MatchKeys}
   * @param rules rows of {@link BlockingRules}
   * @param crowded rows of {@link CrowdedKeys}
   */
  LooksByKey(
      Blocking blocking,
      int largestBlock,
      Dataset<Row> keys,
      Dataset<Row> rules,
      Dataset<Row> crowded) {
    this.blocking = blocking;
    this.rules = rules;
    this.common = common(blocking, largestBlock, keys);
    this.crowded = crowded;
    this.rarities = rarities(blocking, keys);
  }

  /** Keys of single values that too many have to be looked up alone. */
  static Column common(Blocking blocking, int largestBlock, Dataset<Row> keys) {
    return keys.where(col("key").isNotNull().and(col("rule").lt(blocking.singles())))
        .where(col("profiles").gt(largestBlock))
        .agg(array_agg(col("key")))
        .scalar();
  }

  /** Twos of numbers as {@link LookOf} reads them. */
  static Column rarities(Blocking blocking, Dataset<Row> keys) {
    Column ofOthers = expr("shiftleft(CAST(rule AS BIGINT), %d)".formatted(BlockingKeys.SHIFT));
    Column bits =
        expr("coalesce(CAST(round(-log2(share) * %d) AS BIGINT), 0L)".formatted(LookOf.PARTS));
    return keys.where(col("rule").lt(blocking.singles()))
        .select(array(coalesce(col("key"), ofOthers), bits).as("two"))
        .agg(flatten(array_sort(collect_list(col("two")))))
        .scalar();
  }

  /** The rules that are in use, as bits. */
  static Column inUse(Dataset<Row> rules, String flag) {
    Column bit = when(col(flag), expr("shiftleft(1L, rule)")).otherwise(0L);
    return coalesce(rules.agg(bit_or(bit)).scalar(), lit(0L));
  }

  /** Key, profile, owner, look: of the records. */
  Dataset<Row> ofRecords(Dataset<Row> profiles) {
    return byKey(looked(profiles), all());
  }

  /** The same under one in so many keys. */
  Dataset<Row> ofRecordsSampled(Dataset<Row> profiles, Column oneOf) {
    return byKey(looked(profiles), sampled(oneOf));
  }

  /** Key, profile, owner, look: of known people, and of the records that they may be. */
  Dataset<Row> withKnown(Dataset<Row> profiles, Dataset<Row> anchors) {
    return byKey(lookedWithKnown(profiles, anchors), all());
  }

  /** The same under one in so many keys. */
  Dataset<Row> withKnownSampled(Dataset<Row> profiles, Dataset<Row> anchors, Column oneOf) {
    return byKey(lookedWithKnown(profiles, anchors), sampled(oneOf));
  }

  /** Rows with their look, each once. */
  Dataset<Row> each(Dataset<Row> profiles) {
    return profiles
        .withColumn("keys", keys(inUse(rules, "is_in_use"), CrowdedKeys.RECORDS))
        .withColumn("look", look());
  }

  /** Rows of one block come one after the other, and all of them in one partition. */
  static Dataset<Row> inBlocks(Dataset<Row> byKey) {
    return byKey.repartition(col("key")).sortWithinPartitions("key");
  }

  /** Profile, owner, values, keys. */
  private Dataset<Row> looked(Dataset<Row> profiles) {
    return unowned(profiles)
        .withColumn("keys", keys(inUse(rules, "is_in_use"), CrowdedKeys.RECORDS));
  }

  private Dataset<Row> lookedWithKnown(Dataset<Row> profiles, Dataset<Row> anchors) {
    Column inUse = inUse(rules, "is_in_use_for_known");
    return unowned(blocking.sharing(profiles, anchors, inUse))
        .unionByName(anchors)
        .withColumn("keys", keys(inUse, CrowdedKeys.KNOWN));
  }

  private static Dataset<Row> unowned(Dataset<Row> profiles) {
    return profiles.select(col("profile"), lit(null).cast("bigint").as("owner"), col("values"));
  }

  private Column keys(Column inUse, String kind) {
    return blocking.keys(inUse, common, CrowdedKeys.of(crowded, kind));
  }

  private static Column all() {
    return col("keys");
  }

  private static Column sampled(Column oneOf) {
    return call_function(Functions.CATALOG + ".sample_of_keys", col("keys"), oneOf);
  }

  private Dataset<Row> byKey(Dataset<Row> looked, Column asked) {
    return looked
        .withColumn("asked", asked)
        .select(col("profile"), col("owner"), col("asked"), look().as("look"))
        .select(explode(col("asked")).as("key"), col("profile"), col("owner"), col("look"));
  }

  private Column look() {
    return look(col("values"), col("keys"), rarities);
  }

  /** A look from packed values, keys and the twos of numbers. */
  static Column look(Column values, Column keys, Column rarities) {
    return call_function(Functions.CATALOG + ".look_of", values, keys, rarities);
  }
}
