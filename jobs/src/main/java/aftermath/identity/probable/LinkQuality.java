package aftermath.identity.probable;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import aftermath.identity.Compared;
import aftermath.identity.Links;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.Comparisons;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** How records were matched, in numbers: what to look at before a people count is told. */
public final class LinkQuality {

  public static final Table TABLE =
      Table.table("gold.link_quality")
          .comment("One row per number that tells how records were matched")
          .columns(
              """
              subject STRING NOT NULL COMMENT 'blocking rule: pairs that meet under it, where there are many estimated from a sample of the keys; left out: looks that could not be brought together under a rule because too many share their key; agreement: what a degree of agreement is worth; match weight: pairs by weight; weight with itself: records by the weight they would have with a copy of themselves, below that of joining they cannot be linked; records of a person: people by how many records they have',
              item    STRING NOT NULL COMMENT 'the rule, the attribute, the weight rounded down in bits, the number of records',
              detail  STRING NOT NULL COMMENT 'of a rule: whether it is in use; of what was left out: the kind of pairs; of an attribute: the degree of agreement; of a weight: the kind of pairs; else empty',
              amount  DOUBLE NOT NULL COMMENT 'how many, or how much',
              unit    STRING NOT NULL COMMENT 'pairs, rows, records, bits or people'
              """)
          .key("subject", "item", "detail");

  private final Comparisons comparisons;

  private LinkQuality(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  public static Model model(Incident incident, Matching matching) {
    return Model.model(TABLE)
        .from(
            BlockingRules.TABLE,
            CrowdedKeys.TABLE,
            CandidatePairs.TABLE,
            MatchPatterns.TABLE,
            LearntWeights.TABLE,
            Links.TABLE)
        .as(new LinkQuality(Compared.of(incident, matching).comparisons())::derive)
        .dependingOn(matching);
  }

  Dataset<Row> derive(
      Dataset<Row> rules,
      Dataset<Row> crowded,
      Dataset<Row> pairs,
      Dataset<Row> patterns,
      Dataset<Row> weights,
      Dataset<Row> links) {
    return pairsByRule(rules, patterns)
        .union(leftOut(rules, crowded))
        .union(worthOfAgreement(weights))
        .union(pairsByWeight(patterns, weights))
        .union(recordsByOwnWeight(pairs))
        .union(peopleByRecords(links));
  }

  private static Dataset<Row> pairsByRule(Dataset<Row> rules, Dataset<Row> patterns) {
    Column use = expr("if(is_in_use OR is_in_use_for_known, 'in use', 'not in use')");
    Dataset<Row> met =
        patterns
            .where("kind IN ('records', 'known people')")
            .withColumnRenamed("pairs", "met")
            .groupBy("rules")
            .agg(sum("met").as("met"));
    return rules
        .join(met, expr("shiftright(rules, rule) & 1 = 1"), "left_outer")
        .groupBy(col("name"), use.as("use"))
        .agg(sum("met").as("met"))
        .select(row("blocking rule", col("name"), col("use"), expr("coalesce(met, 0L)"), "pairs"));
  }

  private static Dataset<Row> leftOut(Dataset<Row> rules, Dataset<Row> crowded) {
    return crowded
        .join(rules.select("rule", "name"), new String[] {"rule"})
        .groupBy("name", "kind")
        .agg(sum("looks").as("looks"))
        .select(row("left out", col("name"), col("kind"), col("looks"), "rows"));
  }

  private static Dataset<Row> worthOfAgreement(Dataset<Row> weights) {
    return weights.select(
        row("agreement", col("attribute"), col("agreement"), col("weight"), "bits"));
  }

  private Dataset<Row> pairsByWeight(Dataset<Row> patterns, Dataset<Row> weights) {
    return patterns
        .where("kind IN ('records', 'known people', 'same look')")
        .select("kind", "pattern", "rarity", "own_rarity", "pairs")
        .transform(rows -> RowsWithWeights.brought(rows, weights))
        .mapPartitions(new WeighedPatterns(comparisons), Encoders.row(WeighedPatterns.WEIGHED))
        .groupBy("bits", "kind")
        .agg(sum("pairs").as("pairs"))
        .select(
            row("match weight", col("bits").cast("string"), col("kind"), col("pairs"), "pairs"));
  }

  /** What a record says at all: nothing can be linked that would not be linked to its own copy. */
  private static Dataset<Row> recordsByOwnWeight(Dataset<Row> pairs) {
    return pairs
        .where("profile = other AND owner IS NULL")
        .groupBy(floor(col("weight")).as("bits"))
        .agg(sum("records").as("records"))
        .select(
            row(
                "weight with itself",
                col("bits").cast("string"),
                lit(""),
                col("records"),
                "records"));
  }

  private static Dataset<Row> peopleByRecords(Dataset<Row> links) {
    return links
        .groupBy("person")
        .agg(count(lit(1)).as("records"))
        .groupBy("records")
        .agg(count(lit(1)).as("people"))
        .select(
            row(
                "records of a person",
                col("records").cast("string"),
                lit(""),
                col("people"),
                "people"));
  }

  private static Column[] row(
      String subject, Column item, Column detail, Column amount, String unit) {
    return new Column[] {
      lit(subject).as("subject"),
      item.as("item"),
      detail.as("detail"),
      amount.cast("double").as("amount"),
      lit(unit).as("unit")
    };
  }
}
