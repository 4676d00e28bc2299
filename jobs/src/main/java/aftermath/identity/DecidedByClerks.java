package aftermath.identity;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What remains of the ladder's answers where a clerk says otherwise, and where a known person may
 * have one record only. Who is left with two answers is ambiguous; nobody is picked.
 */
final class DecidedByClerks {
  private DecidedByClerks() {}

  /**
   * A clerk's word on a record and known people stands before every rule.
   *
   * @param climbed record, known, found, rule
   * @param decisions as {@link LinkDecisions#inForce} gives them
   */
  static Dataset<Row> overruled(Dataset<Row> climbed, Dataset<Row> decisions) {
    Dataset<Row> said =
        decisions
            .where("is_known")
            .groupBy("record")
            .agg(others(LinkDecisions.SAME).as("is"), others(LinkDecisions.DIFFERENT).as("is_not"));
    Column isTold = coalesce(size(col("is")).gt(0), lit(false));
    Column isDenied = coalesce(array_contains(col("is_not"), col("known")), lit(false));
    return climbed
        .join(broadcast(said), new String[] {"record"}, "left_outer")
        .select(
            col("record"),
            when(isTold, when(size(col("is")).equalTo(1), expr("get(is, 0)")))
                .when(isDenied, lit(null))
                .otherwise(col("known"))
                .as("known"),
            when(isTold, size(col("is")).cast("bigint"))
                .when(isDenied, lit(null))
                .otherwise(col("found"))
                .as("found"),
            when(isTold, LinkDecisions.CLERK)
                .when(isDenied, lit(null))
                .otherwise(col("rule"))
                .as("rule"));
  }

  /** Two records that rules led to one known person, and that a clerk took for two people. */
  static Dataset<Row> keptApart(Dataset<Row> links, Dataset<Row> decisions) {
    Dataset<Row> different =
        decisions.where(expr("NOT is_known").and(col("decision").equalTo(LinkDecisions.DIFFERENT)));
    Dataset<Row> apart =
        different
            .select(col("record"), col("other"))
            .union(different.select(col("other"), col("record")))
            .groupBy("record")
            .agg(collect_set("other").as("apart"));
    Column beside = collect_set(when(col("apart").isNotNull(), col("record"))).over(ofOnePerson());
    return links
        .join(broadcast(apart), new String[] {"record"}, "left_outer")
        .withColumn("beside", beside)
        .withColumn("open", coalesce(arrays_overlap(col("apart"), col("beside")), lit(false)))
        .transform(DecidedByClerks::leftOpen);
  }

  /** Where everybody has one record at most, two that lead to one known person leave it open. */
  static Dataset<Row> oneToOne(Dataset<Row> links) {
    Column isShared = count(lit(1)).over(ofOnePerson()).gt(1).and(col("known").isNotNull());
    return links.withColumn("open", isShared).transform(DecidedByClerks::leftOpen);
  }

  private static Dataset<Row> leftOpen(Dataset<Row> links) {
    return links.select(
        col("record"),
        expr("if(open, NULL, known)").as("known"),
        expr("if(open, 1L, found)").as("found"),
        col("rule"));
  }

  /** Records that lead to nobody each stand alone, or all of them would meet in one task. */
  private static org.apache.spark.sql.expressions.WindowSpec ofOnePerson() {
    return Window.partitionBy(coalesce(col("known"), col("record")));
  }

  private static Column others(String decision) {
    return collect_set(when(col("decision").equalTo(decision), col("other")));
  }
}
