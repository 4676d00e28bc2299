package aftermath.identity.probable;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.Compared;
import aftermath.matching.Agreement;
import aftermath.matching.Pattern;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a pattern is worth: its match weight in bits, as an expression over the learnt weights. The
 * same sums as in {@code MatchWeights} and {@code Priors}, without a call per row.
 */
final class Worth {
  private Worth() {}

  /**
   * Adds the column {@code weight}.
   *
   * @param weights as {@link LearntWeights} makes them
   * @param isOfKnown whether the other of a pair is a known person; rows have pattern, rarity and
   *     own_rarity
   */
  static UnaryOperator<Dataset<Row>> withWeight(
      Compared compared, Dataset<Row> weights, Column isOfKnown) {
    Dataset<Row> one = inOneRow(weights, compared.names().size());
    Column overStrangers =
        when(isOfKnown, col("prior_known"))
            .otherwise(col("prior"))
            .plus(col("rarity"))
            .plus(col("bits"));
    Column overHouseholds =
        when(isOfKnown, col("prior_known_in_household"))
            .otherwise(col("prior_in_household"))
            .plus(col("own_rarity"))
            .plus(col("bits_in_household"));
    return rows -> {
      // Millions of pairs agree in a few thousand ways: each is added up once.
      Dataset<Row> patterns =
          rows.select("pattern").distinct().transform(found -> bits(compared, found, one));
      return rows.join(broadcast(patterns), new String[] {"pattern"})
          .withColumn("over_strangers", overStrangers)
          .withColumn("over_households", overHouseholds)
          .withColumn("weight", overBoth())
          .drop(patterns.drop("pattern").columns())
          .drop("over_strangers", "over_households");
    };
  }

  /** Pattern, both priors, bits and bits_in_household: what the degrees of agreement add up to. */
  private static Dataset<Row> bits(Compared compared, Dataset<Row> patterns, Dataset<Row> one) {
    Column bits = lit(0d);
    Column inHousehold = lit(0d);
    for (int at = 0; at < compared.names().size(); at++) {
      Column grade =
          expr(
              "CAST(shiftright(pattern, %d) & %d AS INT)"
                  .formatted(Pattern.BITS * at, Agreement.COUNT - 1));
      Column place = grade.plus(lit(Agreement.COUNT * at + 1));
      bits = bits.plus(element_at(col("worth"), place));
      inHousehold = inHousehold.plus(element_at(col("worth_in_household"), place));
    }
    return patterns
        .crossJoin(broadcast(one))
        .withColumn("bits", bits)
        .withColumn("bits_in_household", inHousehold)
        .drop("worth", "worth_in_household");
  }

  /** Of the odds against strangers and against households, those against either. */
  private static Column overBoth() {
    // The smaller one is taken out, so that no power overflows.
    return expr(
        """
        if(over_households IS NULL, over_strangers,
           least(over_strangers, over_households)
             - log2(1 + power(2D, -abs(over_strangers - over_households))))
        """);
  }

  /**
   * Both priors for records and for known people; worth: by place, eight times comparison plus
   * grade.
   */
  private static Dataset<Row> inOneRow(Dataset<Row> weights, int comparisons) {
    // Rarity stands for the u of what agrees exactly, and for the h of what is not shared.
    Column isExact = col("agreement").equalTo("exact");
    Column byRarity = expr("log2(m)");
    Column bits = when(isExact, byRarity).otherwise(col("weight"));
    Column bitsInHousehold =
        when(isExact.and(not(col("is_shared"))), byRarity).otherwise(col("weight_in_household"));
    return weights
        .agg(
            prior(MatchPatterns.RECORDS, "weight").as("prior"),
            prior(MatchPatterns.KNOWN, "weight").as("prior_known"),
            prior(MatchPatterns.RECORDS, "weight_in_household").as("prior_in_household"),
            prior(MatchPatterns.KNOWN, "weight_in_household").as("prior_known_in_household"),
            byPlace(bits).as("bits"),
            byPlace(bitsInHousehold).as("bits_in_household"))
        .select(
            col("prior"),
            col("prior_known"),
            col("prior_in_household"),
            col("prior_known_in_household"),
            asArray("bits", comparisons).as("worth"),
            asArray("bits_in_household", comparisons).as("worth_in_household"));
  }

  private static Column byPlace(Column bits) {
    Column place = col("comparison").multiply(Agreement.COUNT).plus(col("number"));
    Column entry = struct(place.as("place"), bits.as("bits"));
    return map_from_entries(collect_list(when(col("comparison").geq(0), entry)));
  }

  /** A look-up by place costs no search. What was never learnt says nothing. */
  private static Column asArray(String map, int comparisons) {
    return expr(
        "transform(sequence(0, %d), place -> coalesce(%s[place], 0D))"
            .formatted(Agreement.COUNT * comparisons, map));
  }

  private static Column prior(String kind, String weight) {
    Column isPrior =
        col("comparison").equalTo(LearntWeights.PRIOR).and(col("attribute").equalTo(kind));
    return max(when(isPrior, col(weight)));
  }
}
