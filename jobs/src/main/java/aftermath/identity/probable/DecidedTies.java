package aftermath.identity.probable;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.LinkDecisions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What clerks decided, as ties of infinite weight between looks and known people. A record that a
 * rule of the ladder gave to somebody speaks for that person.
 */
final class DecidedTies {
  private DecidedTies() {}

  /** Profile, other, owner, weight. */
  static Dataset<Row> of(Dataset<Row> decisions, Dataset<Row> knownLinks) {
    Dataset<Row> ids = decisions.select(expr("explode(array(record, other)) AS record")).distinct();
    Dataset<Row> given =
        knownLinks
            .where("known IS NOT NULL")
            .join(broadcast(ids), new String[] {"record"}, "left_semi")
            .select("record", "known");
    Column ownerOfOther = when(col("is_known"), col("other")).otherwise(col("other_known"));
    Column isFirstLoose = col("record_known").isNull();
    Column weight =
        when(col("decision").equalTo(LinkDecisions.SAME), Double.POSITIVE_INFINITY)
            .otherwise(Double.NEGATIVE_INFINITY);
    return decisions
        .join(broadcast(as("record", given)), new String[] {"record"}, "left_outer")
        .join(broadcast(as("other", given)), new String[] {"other"}, "left_outer")
        .withColumn("owner_of_other", ownerOfOther)
        // Two of whom somebody is known already are beyond what matching decides.
        .where("record_known IS NULL OR owner_of_other IS NULL")
        .select(
            when(isFirstLoose, col("record")).otherwise(col("other")).as("profile"),
            when(isFirstLoose, coalesce(col("owner_of_other"), col("other")))
                .otherwise(col("record_known"))
                .as("other"),
            when(isFirstLoose, col("owner_of_other")).otherwise(col("record_known")).as("owner"),
            lit(weight).as("weight"));
  }

  private static Dataset<Row> as(String side, Dataset<Row> given) {
    return given.select(col("record").as(side), col("known").as(side + "_known"));
  }
}
