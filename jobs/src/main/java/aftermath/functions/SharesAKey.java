package aftermath.functions;

import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * {@code shares_a_key(key_set, keys)}: whether one of the keys may be in the set; false for sure if
 * none is. Rows that have nothing to do with a small table are left out by it before anything is
 * moved.
 */
public final class SharesAKey extends StaticFunction<Boolean> {

  private static final LastSeen<byte[], BloomFilter> SETS = new LastSeen<>(KeySet::read);

  SharesAKey() {
    super(
        "shares_a_key",
        DataTypes.BooleanType,
        DataTypes.BinaryType,
        DataTypes.createArrayType(DataTypes.LongType));
  }

  @Override
  public boolean isResultNullable() {
    return false;
  }

  /** Called by Spark's generated code. */
  public static boolean invoke(byte[] set, ArrayData keys) {
    if (set == null || keys == null) {
      return false;
    }
    BloomFilter known = SETS.of(set);
    for (int at = 0; at < keys.numElements(); at++) {
      if (known.mightContainLong(keys.getLong(at))) {
        return true;
      }
    }
    return false;
  }
}
