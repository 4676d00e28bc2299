package aftermath.testing.wrong.standard;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A derivation reads what it declares as its inputs. */
public final class Reads {
  private Reads() {}

  public static Dataset<Row> rows(SparkSession spark, String path) {
    return spark.read().parquet(path);
  }
}
