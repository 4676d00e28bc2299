package aftermath.testing;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SparkSession;

/** The comparisons of spark-testing-base, on the session that all tests share. */
final class Comparison extends JavaDatasetSuiteBase {
  private static final long serialVersionUID = 1L;

  private final transient SparkSession session;

  Comparison(SparkSession session) {
    this.session = session;
  }

  @Override
  public SparkSession spark() {
    return session;
  }

  @Override
  public SQLContext sqlContext() {
    return session.sqlContext();
  }

  @Override
  public SparkContext sc() {
    return session.sparkContext();
  }

  @Override
  public JavaSparkContext jsc() {
    return JavaSparkContext.fromSparkContext(session.sparkContext());
  }
}
