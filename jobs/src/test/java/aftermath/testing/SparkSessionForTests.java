package aftermath.testing;

import aftermath.lakehouse.Sessions;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One session for all tests of the JVM, because starting one costs more than most tests. */
public final class SparkSessionForTests implements ParameterResolver {

  private record Started(SparkSession session) implements AutoCloseable {
    @Override
    public void close() {
      session.stop();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SparkSessionForTests.class))
        .getOrComputeIfAbsent(Started.class, key -> new Started(start()), Started.class)
        .session();
  }

  private static SparkSession start() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("tests")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.default.parallelism", "2")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.catalog.aftermath", "aftermath.functions.Functions")
        .config("spark.databricks.delta.snapshotPartitions", "1")
        .getOrCreate();
  }
}
