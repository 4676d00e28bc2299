package aftermath.standard;

import static org.apache.spark.sql.functions.col;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Finds the keys that different owners share. Spark's aggregation keeps every key twice, before and
 * after the shuffle, although nearly all of them occur once; a plain table of 64-bit numbers per
 * partition needs a third of the processor time.
 */
final class Repetitions {
  private static final StructType KEY = StructType.fromDDL("key BIGINT NOT NULL");

  private Repetitions() {}

  /**
   * Each repeated key once.
   *
   * @param keys {@code key} and {@code owner}, both 64-bit and not null
   */
  static Dataset<Row> of(Dataset<Row> keys) {
    MapPartitionsFunction<Row, Row> repeated = Repetitions::repeated;
    return keys.select(col("key"), col("owner"))
        .repartition(col("key"))
        .mapPartitions(repeated, Encoders.row(KEY));
  }

  private static Iterator<Row> repeated(Iterator<Row> rows) {
    var owners = new KeyOwners();
    while (rows.hasNext()) {
      Row row = rows.next();
      owners.add(row.getLong(0), row.getLong(1));
    }
    return owners.sharedKeys().mapToObj(RowFactory::create).map(Row.class::cast).iterator();
  }
}
