package aftermath.matching;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What a record or a known person looks like: its values, how rare each of them is, and under which
 * blocking rules it is looked up.
 *
 * <p>Packed: the rules, a bit each in 64; a float of 32 bits per value; the packed values.
 */
public final class Look {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] packed;
  private final long rules;
  private final Values values;

  private Look(byte[] packed, int comparisons) {
    this.packed = packed;
    this.rules = (long) LONG.get(packed, 0);
    this.values = Values.of(packed, Long.BYTES + Float.BYTES * comparisons);
  }

  /** Unpacks a look at so many comparisons. */
  public static Look of(byte[] packed, int comparisons) {
    return new Look(packed, comparisons);
  }

  /**
   * Packs a look.
   *
   * @param rules bit per rule under which it is looked up
   * @param bits rarity of each value: {@code -log2} of its share
   * @param values as {@link Values} packs them
   */
  public static byte[] packed(long rules, float[] bits, byte[] values) {
    int start = Long.BYTES + Float.BYTES * bits.length;
    var packed = new byte[start + values.length];
    LONG.set(packed, 0, rules);
    for (int at = 0; at < bits.length; at++) {
      FLOAT.set(packed, Long.BYTES + Float.BYTES * at, bits[at]);
    }
    System.arraycopy(values, 0, packed, start, values.length);
    return packed;
  }

  /** Bit per rule under which it is looked up. */
  public long rules() {
    return rules;
  }

  public Values values() {
    return values;
  }

  /** How rare a value is: {@code -log2} of its share. */
  public float bits(int comparison) {
    return (float) FLOAT.get(packed, Long.BYTES + Float.BYTES * comparison);
  }

  /** How rare a value is that both have: one that a list hardly knows may be common in another. */
  public float bitsInCommon(Look other, int comparison) {
    return Math.min(bits(comparison), other.bits(comparison));
  }
}
