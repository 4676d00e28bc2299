package aftermath.present.dashboard;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Keeps the largest values of each segment and calls the rest others. */
final class TopValues {
  /** A chart of more bars is not looked at. */
  private static final int MOST = 25;

  /** No value of a segment begins so. */
  static final String OTHERS = "… others";

  private TopValues() {}

  /** The same rows; the column {@code value} of small ones says that they are others. */
  static Dataset<Row> named(Dataset<Row> rows, String size) {
    var bySize = Window.partitionBy("segment").orderBy(desc(size), col("value"));
    return rows.withColumn("rank", row_number().over(bySize))
        .withColumn("value", when(col("rank").leq(MOST), col("value")).otherwise(lit(OTHERS)))
        .drop("rank");
  }
}
