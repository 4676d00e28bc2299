package aftermath.lakehouse;

import io.delta.tables.DeltaTable;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Option;

/**
 * Every delivery leaves some small files in the tables that follow it. When they have become many,
 * they are put together, before the next delivery adds its own: rows stay the same, and large files
 * stay as they are unless many of their rows have been replaced.
 */
final class Compaction {
  /** So many files cost about as much to open as to read. */
  private static final long MANY = 200;

  private static final long SMALL = 16L << 20;
  private static final long LARGE = 128L << 20;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.databricks.delta.optimize.minFileSize",
          Long.toString(2 * SMALL),
          "spark.databricks.delta.optimize.maxFileSize",
          Long.toString(LARGE));

  private final SparkSession spark;
  private final String path;
  private final long many;

  Compaction(SparkSession spark, String path) {
    this(spark, path, MANY);
  }

  Compaction(SparkSession spark, String path, long many) {
    this.spark = spark;
    this.path = path;
    this.many = many;
  }

  /**
   * True if the table lies in many files, most of them small, as far as its log knows without
   * working it out.
   */
  boolean isDue() {
    Snapshot snapshot = DeltaLog.forTable(spark, path).unsafeVolatileSnapshot();
    long files = known(snapshot.numOfFilesIfKnown());
    return files > many && known(snapshot.sizeInBytesIfKnown()) / files < SMALL;
  }

  private static long known(Option<Object> amount) {
    return amount.isEmpty() ? 0 : (Long) amount.get();
  }

  /** Puts the small files together, in one commit. */
  void run() {
    SETTINGS.forEach(spark.conf()::set);
    try {
      DeltaTable.forPath(spark, path).optimize().executeCompaction();
    } finally {
      SETTINGS.keySet().forEach(spark.conf()::unset);
    }
  }
}
