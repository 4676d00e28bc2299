package aftermath.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import aftermath.incident.LinkRule;
import aftermath.standard.Keys;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The keys under which records may meet each other, one row per record and rule that applies. */
final class SharedKeys {
  private SharedKeys() {}

  /** Record and key; rows whose rules lack an attribute have none. */
  static UnaryOperator<Dataset<Row>> oneRowPerKey(List<LinkRule> rules) {
    Column[] keys =
        rules.stream()
            .map(rule -> Keys.scoped(rule.name(), Keys.keyOf(rule.same())))
            .toArray(Column[]::new);
    return records ->
        records.select(col("record"), explode(array(keys)).as("key")).where("key IS NOT NULL");
  }
}
