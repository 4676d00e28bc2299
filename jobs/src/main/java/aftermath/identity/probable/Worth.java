package aftermath.identity.probable;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.Compared;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a pattern is worth: its match weight in bits, as an expression over the learnt weights. The
 * same sum as {@code MatchWeights}, without a call per row.
 */
final class Worth {
  /** Degrees of agreement that a pattern has room for. */
  private static final int GRADES = 8;

  private Worth() {}

  /**
   * Adds the column {@code weight}.
   *
   * @param weights as {@link LearntWeights} makes them
   * @param isOfKnown whether the other of a pair is a known person; rows have pattern and rarity
   */
  static UnaryOperator<Dataset<Row>> withWeight(
      Compared compared, Dataset<Row> weights, Column isOfKnown) {
    Column weight = when(isOfKnown, col("prior_known")).otherwise(col("prior")).plus(col("rarity"));
    for (int at = 0; at < compared.names().size(); at++) {
      Column grade = expr("CAST(shiftright(pattern, %d) & 7 AS INT)".formatted(3 * at));
      weight = weight.plus(element_at(col("worth"), grade.plus(lit(GRADES * at + 1))));
    }
    Column sum = weight;
    Dataset<Row> one = inOneRow(weights, compared.names().size());
    return rows ->
        rows.crossJoin(broadcast(one))
            .withColumn("weight", sum)
            .drop("prior", "prior_known", "worth");
  }

  /** Prior, prior_known, worth: by place, eight times the comparison plus the grade. */
  private static Dataset<Row> inOneRow(Dataset<Row> weights, int comparisons) {
    // Rarity stands for the u of what agrees exactly.
    Column bits = when(col("agreement").equalTo("exact"), expr("log2(m)")).otherwise(col("weight"));
    Column place = col("comparison").multiply(GRADES).plus(col("number"));
    Column entry = when(col("comparison").geq(0), struct(place.as("place"), bits.as("bits")));
    return weights
        .agg(
            max(when(isPriorOf(MatchPatterns.RECORDS), col("weight"))).as("prior"),
            max(when(isPriorOf(MatchPatterns.KNOWN), col("weight"))).as("prior_known"),
            map_from_entries(collect_list(entry)).as("bits"))
        .select(
            col("prior"),
            col("prior_known"),
            // As an array: a look-up by place costs no search. What was never learnt says nothing.
            expr("transform(sequence(0, %d), place -> coalesce(bits[place], 0D))"
                    .formatted(GRADES * comparisons))
                .as("worth"));
  }

  private static Column isPriorOf(String kind) {
    return col("comparison").equalTo(LearntWeights.PRIOR).and(col("attribute").equalTo(kind));
  }
}
