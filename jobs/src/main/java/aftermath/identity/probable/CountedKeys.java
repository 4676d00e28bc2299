package aftermath.identity.probable;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;

import aftermath.functions.BlockingKeys;
import aftermath.functions.Functions;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * How many rows have a key, for tens of millions of keys most of which are there once. Keys travel
 * a few thousand at a time and are sorted in plain arrays: a row per key, and a hash table of rows,
 * cost ten times as much.
 */
final class CountedKeys {
  private static final int TRAVELLING = 4096;
  private static final int PARTS = 64;

  private static final StructType CHUNK =
      StructType.fromDDL("part INT NOT NULL, least BIGINT NOT NULL, keys BINARY NOT NULL");
  private static final StructType COUNTED =
      StructType.fromDDL(
          "rule INT NOT NULL, key BIGINT, looks BIGINT NOT NULL, pairs BIGINT NOT NULL");

  private CountedKeys() {}

  /**
   * Counts.
   *
   * @param rows keys ARRAY of BIGINT, least BIGINT, the same in all rows
   * @return rule, key, looks: the rows that have it, pairs: of such rows. Keys that fewer than
   *     {@code least} rows have are not listed; the sums of all keys of a rule are, in one row or
   *     several without a key.
   */
  static Dataset<Row> of(Dataset<Row> rows) {
    MapPartitionsFunction<Row, Row> send = CountedKeys::chunks;
    MapPartitionsFunction<Row, Row> count = CountedKeys::counted;
    Column packed = call_function(Functions.CATALOG + ".packed_keys", col("keys"));
    return rows.select(col("least"), packed)
        .mapPartitions(send, Encoders.row(CHUNK))
        .repartition(col("part"))
        .mapPartitions(count, Encoders.row(COUNTED));
  }

  private static Iterator<Row> chunks(Iterator<Row> rows) {
    return new Iterator<>() {
      private final ByteBuffer[] parts = new ByteBuffer[PARTS];
      private final List<Row> full = new ArrayList<>();
      private long least;

      @Override
      public boolean hasNext() {
        while (full.isEmpty() && rows.hasNext()) {
          Row row = rows.next();
          least = row.getLong(0);
          LongBuffer keys = ByteBuffer.wrap(row.<byte[]>getAs(1)).asLongBuffer();
          while (keys.hasRemaining()) {
            put(keys.get());
          }
          if (!rows.hasNext()) {
            for (int part = 0; part < PARTS; part++) {
              send(part);
            }
          }
        }
        return !full.isEmpty();
      }

      private void put(long key) {
        // The bits below the rule are a hash; any of them tells parts evenly.
        int part = (int) (key & PARTS - 1);
        if (parts[part] == null) {
          parts[part] = ByteBuffer.allocate(TRAVELLING * Long.BYTES);
        }
        parts[part].putLong(key);
        if (!parts[part].hasRemaining()) {
          send(part);
        }
      }

      private void send(int part) {
        if (parts[part] != null && parts[part].position() > 0) {
          byte[] keys = Arrays.copyOf(parts[part].array(), parts[part].position());
          full.add(RowFactory.create(part, least, keys));
          parts[part].clear();
        }
      }

      @Override
      public Row next() {
        return full.remove(full.size() - 1);
      }
    };
  }

  private static Iterator<Row> counted(Iterator<Row> chunks) {
    long[] keys = new long[TRAVELLING];
    int size = 0;
    long least = 0;
    while (chunks.hasNext()) {
      Row chunk = chunks.next();
      least = chunk.getLong(1);
      byte[] bytes = chunk.getAs(2);
      int more = bytes.length / Long.BYTES;
      if (size + more > keys.length) {
        keys = Arrays.copyOf(keys, Math.max(size + more, size + (size >> 1)));
      }
      ByteBuffer.wrap(bytes).asLongBuffer().get(keys, size, more);
      size += more;
    }
    Arrays.sort(keys, 0, size);
    return runs(keys, size, least);
  }

  private static Iterator<Row> runs(long[] keys, int size, long least) {
    var rows = new ArrayList<Row>();
    var looks = new long[Long.SIZE];
    var pairs = new long[Long.SIZE];
    int start = 0;
    while (start < size) {
      int end = start + 1;
      while (end < size && keys[end] == keys[start]) {
        end++;
      }
      long count = end - start;
      int rule = BlockingKeys.rule(keys[start]);
      looks[rule] += count;
      pairs[rule] += count * (count - 1) / 2;
      if (count >= least) {
        rows.add(RowFactory.create(rule, keys[start], count, count * (count - 1) / 2));
      }
      start = end;
    }
    for (int rule = 0; rule < looks.length; rule++) {
      if (looks[rule] > 0) {
        rows.add(RowFactory.create(rule, null, looks[rule], pairs[rule]));
      }
    }
    return rows.iterator();
  }
}
