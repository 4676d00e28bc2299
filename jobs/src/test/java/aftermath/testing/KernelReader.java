package aftermath.testing;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** Reads a table without Spark, as other engines do. */
public final class KernelReader {
  private final Engine engine = DefaultEngine.create(new Configuration());
  private final Map<String, Double> sums = new TreeMap<>();
  private long rows;

  private KernelReader() {}

  public static TableRead read(String path) throws IOException {
    return new KernelReader().table(path);
  }

  private TableRead table(String path) throws IOException {
    Snapshot snapshot = Table.forPath(engine, path).getLatestSnapshot(engine);
    Scan scan = snapshot.getScanBuilder().build();
    Row state = scan.getScanState(engine);
    for (StructField field : snapshot.getSchema().fields()) {
      if (isNumeric(field.getDataType())) {
        sums.put(field.getName(), 0D);
      }
    }
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> files = batches.next().getRows()) {
          while (files.hasNext()) {
            addFile(state, files.next());
          }
        }
      }
    }
    return new TableRead(snapshot.getSchema().fieldNames(), rows, sums);
  }

  private void addFile(Row state, Row file) throws IOException {
    CloseableIterator<FileReadResult> read =
        engine
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                ScanStateRow.getPhysicalDataReadSchema(state),
                Optional.empty());
    try (CloseableIterator<FilteredColumnarBatch> data =
        Scan.transformPhysicalData(engine, state, file, read.map(FileReadResult::getData))) {
      while (data.hasNext()) {
        try (CloseableIterator<Row> batch = data.next().getRows()) {
          while (batch.hasNext()) {
            add(batch.next());
          }
        }
      }
    }
  }

  private void add(Row row) {
    rows++;
    for (int i = 0; i < row.getSchema().length(); i++) {
      StructField field = row.getSchema().at(i);
      if (isNumeric(field.getDataType()) && !row.isNullAt(i)) {
        sums.merge(field.getName(), value(row, i, field.getDataType()), Double::sum);
      }
    }
  }

  private static boolean isNumeric(DataType type) {
    return type instanceof LongType || type instanceof IntegerType || type instanceof DoubleType;
  }

  private static double value(Row row, int column, DataType type) {
    if (type instanceof LongType) {
      return row.getLong(column);
    }
    return type instanceof IntegerType ? row.getInt(column) : row.getDouble(column);
  }
}
