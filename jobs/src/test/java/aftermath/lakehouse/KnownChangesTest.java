package aftermath.lakehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.testing.SparkSessionForTests;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Rows that are kept for a run. */
@Isolated("It counts what the session keeps")
@ExtendWith(SparkSessionForTests.class)
class KnownChangesTest {

  @Test
  void theyAreLetGoWhenItEnds(SparkSession spark, @TempDir Path folder) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var before = context.getPersistentRDDs().keySet();
    try (var known = new KnownChanges(new Lakehouse(spark, folder.toString()))) {
      assertEquals(100, known.keep(spark.range(100).toDF()).count());
      assertEquals(before.size() + 1, context.getPersistentRDDs().size());
    }
    assertEquals(before, context.getPersistentRDDs().keySet());
  }
}
