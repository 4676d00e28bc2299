package aftermath.functions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.functions.AggregateFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * {@code key_set(keys, expected)}: the keys of all rows as a Bloom filter, which {@code
 * shares_a_key} asks. One in a hundred strangers passes it. About as many keys as {@code expected}
 * have room; with more, more strangers pass.
 */
public final class KeySet implements AggregateFunction<KeySet.Filter, byte[]> {
  private static final double STRANGERS_THAT_PASS = .01;

  /** Some 60 MB: what an executor can be asked to hold. */
  private static final long MOST_KEYS = 50_000_000;

  /** The filter; it has its size from the first row. */
  public static final class Filter implements java.io.Serializable {
    private static final long serialVersionUID = 1L;
    private byte[] bytes;
    private transient BloomFilter keys;

    private void put(long key, long expected) {
      if (keys == null) {
        keys =
            BloomFilter.create(Math.min(MOST_KEYS, Math.max(1000, expected)), STRANGERS_THAT_PASS);
      }
      keys.putLong(key);
    }

    private void writeObject(java.io.ObjectOutputStream out) throws IOException {
      bytes = keys == null ? null : written(keys);
      out.defaultWriteObject();
    }

    private void readObject(java.io.ObjectInputStream in)
        throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      keys = bytes == null ? null : read(bytes);
      bytes = null;
    }
  }

  @Override
  public Filter newAggregationState() {
    return new Filter();
  }

  @Override
  public Filter update(Filter filter, InternalRow row) {
    if (!row.isNullAt(0)) {
      long[] keys = row.getArray(0).toLongArray();
      for (long key : keys) {
        filter.put(key, row.getLong(1));
      }
    }
    return filter;
  }

  @Override
  public Filter merge(Filter one, Filter other) {
    if (one.keys == null) {
      return other;
    }
    if (other.keys != null) {
      try {
        one.keys.mergeInPlace(other.keys);
      } catch (org.apache.spark.util.sketch.IncompatibleMergeException e) {
        throw new IllegalStateException("All rows must expect the same number of keys.", e);
      }
    }
    return one;
  }

  /** Null if there were no keys. */
  @Override
  public byte[] produceResult(Filter filter) {
    return filter.keys == null ? null : written(filter.keys);
  }

  static BloomFilter read(byte[] bytes) {
    try {
      return BloomFilter.readFrom(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] written(BloomFilter keys) {
    var out = new ByteArrayOutputStream();
    try {
      keys.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public DataType[] inputTypes() {
    return new DataType[] {DataTypes.createArrayType(DataTypes.LongType), DataTypes.LongType};
  }

  @Override
  public DataType resultType() {
    return DataTypes.BinaryType;
  }

  @Override
  public String name() {
    return "key_set";
  }

  @Override
  public String canonicalName() {
    return Functions.CATALOG + "." + name();
  }
}
