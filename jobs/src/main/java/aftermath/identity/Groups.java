package aftermath.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import aftermath.incident.Linking;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Records that lead to no known person, tied together by the keys they share, transitively. A key
 * that more than {@code most_frequent} records share is no evidence.
 */
final class Groups {
  private final Linking linking;
  private final Dataset<Row> keys;
  private final Dataset<Row> loose;

  /**
   * @param records with the attributes of the rules and {@code record}
   * @param knownLinks as {@link KnownLinks} makes it
   */
  Groups(Linking linking, Dataset<Row> records, Dataset<Row> knownLinks) {
    this.linking = linking;
    this.keys = records.transform(SharedKeys.oneRowPerKey(linking.records())::apply);
    this.loose = KnownLinks.loose(knownLinks);
  }

  /** Record, group, found, rule: the smallest record of a group names it. */
  Dataset<Row> members() {
    return loose
        .join(
            Components.of(edges()).withColumnRenamed("node", "record"), on("record"), "left_outer")
        .select(
            col("record"),
            coalesce(col("hub"), col("record")).as("group"),
            col("found"),
            col("rule"));
  }

  /**
   * Group, owner, other_owner: the smallest and the largest of the known people whose records share
   * a key with the group; no row if there are none.
   */
  Dataset<Row> owners(Dataset<Row> members, Dataset<Row> knownLinks) {
    Dataset<Row> contested = looseKeys().select("key").distinct();
    Dataset<Row> holders =
        keys.join(contested, on("key"), "left_semi")
            .join(knownLinks.select("record", "known"), on("record"))
            .groupBy("key")
            .agg(min("known").as("owner"), max("known").as("other_owner"), count(lit(1)).as("rows"))
            .where(col("owner").isNotNull().and(col("rows").leq(linking.mostFrequent())));
    return looseKeys()
        .join(holders, on("key"))
        .join(members.select("record", "group"), on("record"))
        .groupBy("group")
        .agg(min("owner").as("owner"), max("other_owner").as("other_owner"));
  }

  private Dataset<Row> edges() {
    var sharers = Window.partitionBy("key");
    return looseKeys()
        .withColumn("hub", min("record").over(sharers))
        .withColumn("rows", count(lit(1)).over(sharers))
        .where(col("rows").leq(linking.mostFrequent()).and(col("record").notEqual(col("hub"))))
        .select(col("record").as("node"), col("hub"));
  }

  private Dataset<Row> looseKeys() {
    return keys.join(loose.select("record"), on("record"), "left_semi");
  }

  static String[] on(String column) {
    return new String[] {column};
  }
}
