package aftermath.lakehouse;

import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Which files a version of a table has, found in its log by Delta Kernel and without Spark.
 *
 * @param schema of the table, with its comments
 * @param files as Spark wants them
 * @param isPlain whether the rows are those of the files and nothing else: no file has deleted
 *     rows, no column another name in it
 */
record TableFiles(StructType schema, List<String> files, boolean isPlain) {
  private static final String SIGNS_OF_PATTERNS = ".*[{}\\[\\]*?\\\\].*";

  /**
   * @param version none: the newest
   */
  static TableFiles of(Configuration hadoop, String table, Optional<Long> version) {
    Engine engine = DefaultEngine.create(hadoop);
    Table log = Table.forPath(engine, table);
    var snapshot =
        (SnapshotImpl)
            (version.isPresent()
                ? log.getSnapshotAsOfVersion(engine, version.get())
                : log.getLatestSnapshot(engine));
    List<String> files = files(engine, snapshot);
    // What a reader of the first version need not know of cannot be there.
    boolean isPlain =
        snapshot.getProtocol().getMinReaderVersion() == 1
            && snapshot.getPartitionColumnNames().isEmpty()
            && files.stream().noneMatch(file -> file.matches(SIGNS_OF_PATTERNS));
    var schema = (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString());
    return new TableFiles(schema, files, isPlain);
  }

  private static List<String> files(Engine engine, SnapshotImpl snapshot) {
    var files = new ArrayList<String>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        snapshot.getScanBuilder().build().getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            files.add(InternalScanFileUtils.getAddFileStatus(rows.next()).getPath());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(files);
  }
}
