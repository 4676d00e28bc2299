package aftermath.identity.probable;

import static org.apache.spark.sql.functions.array_agg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import aftermath.identity.Compared;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Blocks that are left out because too many rows share their key: comparing them all would cost
 * more than it finds. Nothing is dropped in silence: they are counted in gold.link_quality.
 */
public final class CrowdedKeys {
  static final String RECORDS = "records";
  static final String KNOWN = "known people";

  /** Known people per loose record in a full block: these pairs grow in one direction only. */
  private static final int KNOWN_FOR_EACH = 10;

  public static final Table TABLE =
      Table.table("silver.crowded_keys")
          .comment("One row per key that too many looks have to be compared")
          .columns(
              """
              rule  INT    NOT NULL COMMENT 'number of the rule, see silver.blocking_rules',
              key   BIGINT NOT NULL COMMENT 'hash of the values',
              kind  STRING NOT NULL COMMENT 'records: records are not brought together under it; known people: records and known people are not',
              looks BIGINT NOT NULL COMMENT 'looks that have it'
              """)
          .key("key", "kind")
          .personal("key");

  private final Blocking blocking;
  private final int largestBlock;

  private CrowdedKeys(Blocking blocking, int largestBlock) {
    this.blocking = blocking;
    this.largestBlock = largestBlock;
  }

  public static Model model(Incident incident, Matching matching) {
    var crowded =
        new CrowdedKeys(
            new Blocking(Compared.of(incident, matching), matching), matching.largestBlock());
    return Model.model(TABLE)
        .from(MatchProfiles.TABLE, MatchKeys.TABLE, BlockingRules.TABLE, MatchAnchors.TABLE)
        .as(crowded::derive)
        .dependingOn(matching);
  }

  Dataset<Row> derive(
      Dataset<Row> profiles, Dataset<Row> keys, Dataset<Row> rules, Dataset<Row> anchors) {
    Column common = LooksByKey.common(blocking, largestBlock, keys);
    Column inUse = LooksByKey.inUse(rules, "is_in_use");
    Column withKnown = LooksByKey.inUse(rules, "is_in_use_for_known");
    Dataset<Row> maybeKnown = blocking.sharing(profiles, anchors, withKnown);
    Dataset<Row> ofKnown =
        crowded(maybeKnown, withKnown, common, largestBlock)
            .union(crowded(anchors, withKnown, common, (long) largestBlock * KNOWN_FOR_EACH))
            .groupBy("rule", "key")
            .agg(sum("looks").as("looks"));
    return crowded(profiles, inUse, common, largestBlock)
        .withColumn("kind", lit(RECORDS))
        .unionByName(ofKnown.withColumn("kind", lit(KNOWN)))
        .select("rule", "key", "kind", "looks");
  }

  /** The keys that are left out where looks of a kind are brought together, in one array. */
  static Column of(Dataset<Row> crowded, String kind) {
    return crowded.where(col("kind").equalTo(kind)).agg(array_agg(col("key"))).scalar();
  }

  private Dataset<Row> crowded(Dataset<Row> looks, Column inUse, Column common, long most) {
    return CountedKeys.of(
            looks.select(lit(most + 1).as("least"), blocking.keys(inUse, common, null).as("keys")))
        .where(col("key").isNotNull())
        .select("rule", "key", "looks");
  }
}
