package aftermath.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of a table that a run has changed, each with a sign: as it was ({@code -1}) and as it is now
 * ({@code 1}). What was added has no first row, what is gone no second one. Whatever is counted
 * follows by adding up signs. A row as it was also says in which file of the table it lies and
 * where there, as it was read.
 */
public final class Changes {
  public static final String SIGN = "sign";

  /** Where a row lies in its table; null of a row that is not there yet. */
  public static final String PLACE = "place";

  /** The type of a place, in SQL. */
  public static final String PLACE_TYPE = "STRUCT<file_path: STRING, row_index: BIGINT>";

  private Changes() {}

  /** Rows that were not there before. */
  public static Dataset<Row> added(Dataset<Row> rows) {
    return rows.withColumn(SIGN, lit(1)).withColumn(PLACE, lit(null).cast(PLACE_TYPE));
  }

  /** Rows that were there, each with its place. */
  public static Dataset<Row> gone(Dataset<Row> rows) {
    return rows.withColumn(SIGN, lit(-1));
  }

  /** The rows as they were. */
  public static Dataset<Row> before(Dataset<Row> changes) {
    return changes.where(col(SIGN).equalTo(-1));
  }

  /** The rows as they are now. */
  public static Dataset<Row> now(Dataset<Row> changes) {
    return changes.where(col(SIGN).equalTo(1)).drop(SIGN, PLACE);
  }
}
