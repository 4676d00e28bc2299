package aftermath.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.LinkRule;
import aftermath.standard.Keys;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Exact rules, from the strictest down. The first that finds anyone decides about a record: one
 * known person links it, several make it ambiguous. A key that more than {@code mostFrequent} known
 * people share is no evidence: the record goes on to the next rule.
 */
final class Ladder {
  private final List<LinkRule> rules;
  private final int mostFrequent;

  Ladder(List<LinkRule> rules, int mostFrequent) {
    this.rules = rules;
    this.mostFrequent = mostFrequent;
  }

  /**
   * @param records with the attributes of the rules and {@code record}, a hash of the record's id
   * @param known with the attributes of the rules and {@code known}, a hash of the known person's
   *     id
   * @return record, known (null unless linked), found (how many known people the deciding rule
   *     found; null if none did), rule (which one decided)
   */
  Dataset<Row> climbed(Dataset<Row> records, Dataset<Row> known) {
    Dataset<Row> climbing = atTheFoot(records);
    for (int rung = 0; rung < rules.size(); rung++) {
      climbing = climbedOne(climbing, known, rung);
    }
    return climbing.select("record", "known", "found", "rule");
  }

  private Dataset<Row> atTheFoot(Dataset<Row> records) {
    Column[] columns = new Column[rules.size() + 4];
    columns[0] = col("record");
    columns[1] = lit(null).cast("bigint").as("known");
    columns[2] = lit(null).cast("bigint").as("found");
    columns[3] = lit(null).cast("string").as("rule");
    for (int rung = 0; rung < rules.size(); rung++) {
      columns[rung + 4] = Keys.keyOf(rules.get(rung).same()).as(key(rung));
    }
    return records.select(columns);
  }

  private Dataset<Row> climbedOne(Dataset<Row> climbing, Dataset<Row> known, int rung) {
    LinkRule rule = rules.get(rung);
    Dataset<Row> holders =
        known
            .select(Keys.keyOf(rule.same()).as("held"), col("known").as("holder"))
            .where("held IS NOT NULL")
            .groupBy("held")
            .agg(count(lit(1)).as("holders"), min("holder").as("holder"))
            .where(col("holders").leq(mostFrequent));
    // A record that asks nothing here gets a key of its own, or all of them would meet in one task.
    Column asks = col("found").isNull().and(col(key(rung)).isNotNull());
    return climbing
        .withColumn("asked", when(asks, col(key(rung))).otherwise(col("record")))
        .withColumn("asks", asks)
        .join(holders, col("asked").equalTo(col("held")).and(col("asks")), "left_outer")
        .withColumn("known", coalesce(col("known"), when(col("holders").equalTo(1), col("holder"))))
        .withColumn("rule", coalesce(col("rule"), when(col("holders").isNotNull(), rule.name())))
        .withColumn("found", coalesce(col("found"), col("holders")))
        .drop("asked", "asks", "held", "holders", "holder", key(rung));
  }

  private static String key(int rung) {
    return "key_" + rung;
  }
}
