package aftermath.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of a table that a run has changed, each with a sign: as it was ({@code -1}) and as it is now
 * ({@code 1}). What was added has no first row, what is gone no second one. Whatever is counted
 * follows by adding up signs.
 */
public final class Changes {
  public static final String SIGN = "sign";

  private Changes() {}

  public static Dataset<Row> added(Dataset<Row> rows) {
    return rows.withColumn(SIGN, lit(1));
  }

  /** The rows as they are now. */
  public static Dataset<Row> now(Dataset<Row> changes) {
    return changes.where(col(SIGN).equalTo(1)).drop(SIGN);
  }
}
