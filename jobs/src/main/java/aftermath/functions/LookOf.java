package aftermath.functions;

import aftermath.matching.Look;
import aftermath.matching.Values;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;

/**
 * {@code look_of(values, keys, rarities)}: packed values with the rules under which they are looked
 * up and how rare each of them is, as a {@link Look} unpacks it.
 *
 * <p>{@code keys} are what {@code blocking_keys} made of the values. {@code rarities} holds twos of
 * numbers: the key of a value, and its rarity in bits times {@value #PARTS}; the key without a hash
 * stands for all values of its attribute that are not listed.
 */
public final class LookOf extends StaticFunction<byte[]> {
  /** Parts of a bit that are told apart. */
  public static final int PARTS = 1 << 16;

  private static final LastSeen<ArrayData, Rarities> RARITIES = new LastSeen<>(Rarities::new);

  LookOf() {
    super(
        "look_of",
        DataTypes.BinaryType,
        DataTypes.BinaryType,
        BlockingKeys.KEYS,
        BlockingKeys.KEYS);
  }

  @Override
  public boolean isResultNullable() {
    return false;
  }

  /** Called by Spark's generated code. */
  public static byte[] invoke(byte[] packed, ArrayData keys, ArrayData rarities) {
    Rarities listed = RARITIES.of(rarities);
    Values values = Values.of(packed);
    long rules = 0;
    for (int at = 0; at < keys.numElements(); at++) {
      rules |= 1L << BlockingKeys.rule(keys.getLong(at));
    }
    var bits = new float[values.count()];
    for (int at = 0; at < bits.length; at++) {
      if (!values.isAbsent(at)) {
        bits[at] = listed.of(values, at);
      }
    }
    return Look.packed(rules, bits, packed);
  }

  /** Listed keys in open addressing: every value of every row is looked up here. */
  private static final class Rarities {
    private final long[] keys;
    private final float[] bits;

    Rarities(ArrayData twos) {
      int listed = twos.numElements() / 2;
      int length = 4 * Integer.highestOneBit(Math.max(1, listed));
      keys = new long[length];
      bits = new float[length];
      Arrays.fill(bits, Float.NaN);
      for (int at = 0; at < listed; at++) {
        int slot = slot(twos.getLong(2 * at));
        keys[slot] = twos.getLong(2 * at);
        bits[slot] = (float) twos.getLong(2 * at + 1) / PARTS;
      }
    }

    float of(Values values, int place) {
      float own = bits[slot(BlockingKeys.keyOfValue(values, place))];
      if (!Float.isNaN(own)) {
        return own;
      }
      float ofOthers = bits[slot(BlockingKeys.keyOfOthers(place))];
      return Float.isNaN(ofOthers) ? 0 : ofOthers;
    }

    /** Where a key is, or would be. */
    private int slot(long key) {
      int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & keys.length - 1;
      while (!Float.isNaN(bits[slot]) && keys[slot] != key) {
        slot = slot + 1 & keys.length - 1;
      }
      return slot;
    }
  }
}
