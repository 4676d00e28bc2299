package aftermath.lakehouse;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * Keeps rows that are needed more than once, and lets go of them when it is closed. They are cut
 * off from the tables they were made of: rows that are merely cached would be made again as soon as
 * one of these has a new version.
 */
final class Kept implements AutoCloseable {
  private final Queue<RDD<?>> kept = new ConcurrentLinkedQueue<>();

  /** The same rows, made when they are first needed, and no more than once. */
  Dataset<Row> keep(Dataset<Row> rows) {
    Dataset<Row> held = rows.localCheckpoint(false, StorageLevel.MEMORY_AND_DISK());
    // The dataset's own rdd() would be another one, made of this.
    kept.add(((LogicalRDD) held.queryExecution().analyzed()).rdd());
    return held;
  }

  @Override
  public void close() {
    kept.forEach(rows -> rows.unpersist(false));
  }
}
