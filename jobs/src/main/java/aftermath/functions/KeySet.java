package aftermath.functions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
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
public final class KeySet implements AggregateFunction<Serializable, byte[]> {
  private static final double STRANGERS_THAT_PASS = .01;

  /** Some 60 MB: what an executor can be asked to hold. */
  private static final long MOST_KEYS = 50_000_000;

  /**
   * The filter; it has its size from the first row. Between tasks it is an array of bytes: Spark
   * reads the state of an aggregate with the loader of its own classes, which does not know those
   * of a program that was submitted to it.
   */
  private static final class Filter implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final byte[] EMPTY = {};

    private transient BloomFilter keys;

    static Filter of(Serializable state) {
      if (state instanceof Filter filter) {
        return filter;
      }
      var filter = new Filter();
      byte[] sent = (byte[]) state;
      filter.keys = sent.length == 0 ? null : read(sent);
      return filter;
    }

    private Object writeReplace() {
      return keys == null ? EMPTY : written(keys);
    }

    private void put(long key, long expected) {
      if (keys == null) {
        keys =
            BloomFilter.create(Math.min(MOST_KEYS, Math.max(1000, expected)), STRANGERS_THAT_PASS);
      }
      keys.putLong(key);
    }
  }

  @Override
  public Serializable newAggregationState() {
    return new Filter();
  }

  @Override
  public Serializable update(Serializable state, InternalRow row) {
    Filter filter = Filter.of(state);
    if (!row.isNullAt(0)) {
      long[] keys = row.getArray(0).toLongArray();
      for (long key : keys) {
        filter.put(key, row.getLong(1));
      }
    }
    return filter;
  }

  @Override
  public Serializable merge(Serializable state, Serializable otherState) {
    Filter one = Filter.of(state);
    Filter other = Filter.of(otherState);
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
  public byte[] produceResult(Serializable state) {
    Filter filter = Filter.of(state);
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
