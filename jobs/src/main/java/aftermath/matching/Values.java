package aftermath.matching;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The compared values of a record, packed: the number of values, the length of each in a byte, and
 * the values one after the other in UTF-8. Most pairs of values are either the same to the letter
 * or never asked for, so that letters are unpacked when somebody needs them.
 *
 * <p>Of a value that is longer than {@value #LONGEST} bytes, the beginning is kept and a hash of
 * all of it, so that two long values are the same only if they are the same to their ends.
 */
public final class Values {
  private static final int ABSENT = 255;
  private static final int LONGEST = 254;
  private static final int HASH_BYTES = 8;

  private final byte[] bytes;
  private final int[] starts;
  private final char[][] letters;
  private final String[] rough;

  private Values(byte[] bytes, int from) {
    int count = bytes[from] & 0xff;
    this.bytes = bytes;
    this.starts = new int[2 * count];
    this.letters = new char[count][];
    this.rough = new String[count];
    int start = from + 1 + count;
    for (int at = 0; at < count; at++) {
      int length = bytes[from + 1 + at] & 0xff;
      starts[2 * at] = start;
      start += length == ABSENT ? 0 : length;
      starts[2 * at + 1] = length == ABSENT ? -1 : start;
    }
  }

  /** Unpacks what {@link #packed(byte[][])} made. */
  public static Values of(byte[] packed) {
    return new Values(packed, 0);
  }

  /** The same where it begins behind something else. */
  public static Values of(byte[] bytes, int from) {
    return new Values(bytes, from);
  }

  /**
   * Packs values.
   *
   * @param values in UTF-8, null where absent; 254 at most
   */
  public static byte[] packed(byte[][] values) {
    int size = 1 + values.length;
    for (byte[] value : values) {
      size += value == null ? 0 : Math.min(LONGEST, value.length);
    }
    var packed = new byte[size];
    packed[0] = (byte) values.length;
    int start = 1 + values.length;
    for (int at = 0; at < values.length; at++) {
      byte[] value = values[at] == null ? null : ofBearableLength(values[at]);
      packed[1 + at] = (byte) (value == null ? ABSENT : value.length);
      if (value != null) {
        System.arraycopy(value, 0, packed, start, value.length);
        start += value.length;
      }
    }
    return packed;
  }

  /** Packs texts, null where absent. */
  public static byte[] packed(List<String> values) {
    return packed(
        values.stream()
            .map(value -> value == null ? null : value.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new));
  }

  private static byte[] ofBearableLength(byte[] value) {
    if (value.length <= LONGEST) {
      return value;
    }
    long hash = 0xcbf29ce484222325L;
    for (byte each : value) {
      hash = (hash ^ each) * 0x100000001b3L;
    }
    byte[] kept = Arrays.copyOf(value, LONGEST);
    for (int at = 0; at < HASH_BYTES; at++) {
      kept[LONGEST - HASH_BYTES + at] = (byte) (hash >>> 8 * at);
    }
    return kept;
  }

  public int count() {
    return letters.length;
  }

  public boolean isAbsent(int at) {
    return starts[2 * at + 1] < 0;
  }

  /** Where a value begins in the bytes. */
  public int start(int at) {
    return starts[2 * at];
  }

  /** How many bytes a value takes; of one that is absent: -1 less its start. */
  public int length(int at) {
    return starts[2 * at + 1] - starts[2 * at];
  }

  public byte[] bytes() {
    return bytes;
  }

  /** Whether both are there and the same to the letter. */
  public boolean isSame(int at, Values other, int there) {
    int start = starts[2 * at];
    int end = starts[2 * at + 1];
    int otherStart = other.starts[2 * there];
    int otherEnd = other.starts[2 * there + 1];
    return end >= 0
        && end - start == otherEnd - otherStart
        && Arrays.equals(bytes, start, end, other.bytes, otherStart, otherEnd);
  }

  /** A value as text; null if it is absent. */
  public String text(int at) {
    return isAbsent(at) ? null : new String(letters(at));
  }

  /** The letters of a value that is there. Nobody may change them. */
  char[] letters(int at) {
    if (letters[at] == null) {
      letters[at] = unpacked(at);
    }
    return letters[at];
  }

  private char[] unpacked(int at) {
    int start = starts[2 * at];
    int length = length(at);
    int told = length == LONGEST ? length - HASH_BYTES : length;
    var unpacked = new char[told];
    for (int letter = 0; letter < told; letter++) {
      byte each = bytes[start + letter];
      if (each < 0) {
        return new String(bytes, start, told, StandardCharsets.UTF_8).toCharArray();
      }
      unpacked[letter] = (char) each;
    }
    return unpacked;
  }

  /** The {@link RoughForm} of a value; empty if it has none. */
  public String rough(int at) {
    if (rough[at] == null) {
      String form = isAbsent(at) ? null : RoughForm.of(letters(at));
      rough[at] = form == null ? "" : form;
    }
    return rough[at];
  }

  /** Whether both have all that a rule asks for, and the same. */
  public boolean agree(Values other, BlockingRule rule) {
    for (int at : rule.comparisons()) {
      boolean agree =
          rule.isRough()
              ? !rough(at).isEmpty() && rough(at).equals(other.rough(at))
              : isSame(at, other, at);
      if (!agree) {
        return false;
      }
    }
    return true;
  }
}
