package aftermath;

import aftermath.testing.Contents;
import aftermath.testing.Deal;
import aftermath.testing.DemoRun;
import aftermath.testing.DemoWarehouse;
import aftermath.testing.SparkSessionForTests;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However the deliveries are cut, in whatever order they come: the same people, the same counts.
 * {@code -Dsplits=N} tries more of them, {@code -Dseed=N} others.
 */
@ExtendWith({SparkSessionForTests.class, DemoRun.class})
class SplitsIT {
  private static final int FEWEST = 1;

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("splits", FEWEST))
        .map(split -> Long.getLong("seed", 1L) + split);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anySplitEndsInTheSameTables(
      long seed, SparkSession spark, DemoRun.Done demo, @TempDir Path folder) {
    Path input = folder.resolve("input");
    var warehouse = new DemoWarehouse(spark, folder.resolve("warehouse"));
    for (Map<Path, byte[]> delivered : new Deal(seed).hands(3 - (int) (seed % 2))) {
      Deal.deliver(delivered, input);
      warehouse.run(input);
    }
    Contents.whateverTheDeliveries(warehouse)
        .assertSameAs(demo.whateverTheDeliveries(), "-Dseed=" + seed);
  }
}
