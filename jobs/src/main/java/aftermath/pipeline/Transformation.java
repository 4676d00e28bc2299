package aftermath.pipeline;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** How the rows of a table come from the rows of its inputs: lazily, without reading or writing. */
@FunctionalInterface
public interface Transformation {

  /**
   * @param inputs one dataset per declared input, in the declared order
   */
  Dataset<Row> apply(SparkSession spark, List<Dataset<Row>> inputs);
}
