package aftermath.testing;

import io.delta.standalone.DeltaLog;
import io.delta.standalone.Snapshot;
import io.delta.standalone.data.CloseableIterator;
import io.delta.standalone.data.RowRecord;
import io.delta.standalone.types.DoubleType;
import io.delta.standalone.types.IntegerType;
import io.delta.standalone.types.LongType;
import io.delta.standalone.types.StructField;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** Reads a table with the old library that knows reader version 1 and nothing later. */
public final class StandaloneReader {
  private StandaloneReader() {}

  public static TableRead read(String path) throws IOException {
    Snapshot snapshot = DeltaLog.forTable(new Configuration(), path).snapshot();
    StructField[] fields = snapshot.getMetadata().getSchema().getFields();
    Map<String, Double> sums = new TreeMap<>();
    long rows = 0;
    try (CloseableIterator<RowRecord> records = snapshot.open()) {
      while (records.hasNext()) {
        RowRecord record = records.next();
        rows++;
        for (StructField field : fields) {
          if (isNumeric(field)) {
            sums.merge(field.getName(), value(record, field), Double::sum);
          }
        }
      }
    }
    List<String> columns = List.of(snapshot.getMetadata().getSchema().getFieldNames());
    return new TableRead(columns, rows, sums);
  }

  private static boolean isNumeric(StructField field) {
    return field.getDataType() instanceof LongType
        || field.getDataType() instanceof IntegerType
        || field.getDataType() instanceof DoubleType;
  }

  private static double value(RowRecord record, StructField field) {
    String name = field.getName();
    if (record.isNullAt(name)) {
      return 0;
    }
    if (field.getDataType() instanceof LongType) {
      return record.getLong(name);
    }
    return field.getDataType() instanceof IntegerType
        ? record.getInt(name)
        : record.getDouble(name);
  }
}
