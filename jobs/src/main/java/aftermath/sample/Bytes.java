package aftermath.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A growing run of UTF-8 text. Numbers and dates are written digit by digit: it is the hot path.
 */
final class Bytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] array = new byte[4096];
  private int length;

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  byte[] array() {
    return array;
  }

  int length() {
    return length;
  }

  /** Forgets what comes after a length. */
  void cutTo(int shorter) {
    length = shorter;
  }

  Bytes add(char ascii) {
    ensure(1);
    array[length++] = (byte) ascii;
    return this;
  }

  Bytes add(byte[] text) {
    ensure(text.length);
    System.arraycopy(text, 0, array, length, text.length);
    length += text.length;
    return this;
  }

  Bytes add(Bytes other) {
    return add(other, 0, other.length);
  }

  Bytes add(Bytes other, int from, int to) {
    ensure(to - from);
    System.arraycopy(other.array, from, array, length, to - from);
    length += to - from;
    return this;
  }

  Bytes add(String text) {
    return add(of(text));
  }

  Bytes addNumber(long number) {
    if (number < 0) {
      return add('-').addNumber(-number);
    }
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return addDigits(number, digits);
  }

  /** The last so many decimal digits of a number, with leading zeros. */
  Bytes addDigits(long number, int digits) {
    ensure(digits);
    long rest = number;
    for (int i = length + digits - 1; i >= length; i--) {
      array[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  Bytes addHex(long bits, int digits) {
    ensure(digits);
    for (int i = digits - 1; i >= 0; i--) {
      array[length++] = HEX[(int) (bits >>> (4 * i)) & 15];
    }
    return this;
  }

  /** A moment in UTC with milliseconds, as in 2025-07-09T01:02:03.456Z. */
  Bytes addMoment(long epochMillis) {
    long day = Math.floorDiv(epochMillis, 86_400_000L);
    int millis = (int) (epochMillis - day * 86_400_000L);
    CivilDate.addIso(day, this);
    add('T').addDigits(millis / 3_600_000, 2).add(':').addDigits(millis / 60_000 % 60, 2);
    return add(':').addDigits(millis / 1000 % 60, 2).add('.').addDigits(millis % 1000, 3).add('Z');
  }

  /** Where a character stands first after a start, or the end if it does not. */
  int indexOf(char ascii, int start) {
    int at = start;
    while (at < length && array[at] != ascii) {
      at++;
    }
    return at;
  }

  boolean isEmptyFrom(int start) {
    return length == start;
  }

  /** Puts quotes around what was added since a start if a CSV reader would else misread it. */
  void quoteFrom(int start, byte delimiter) {
    int quotes = 0;
    boolean needed = false;
    for (int i = start; i < length; i++) {
      byte b = array[i];
      if (b == '"') {
        quotes++;
        needed = true;
      } else if (b == delimiter || b == '\n' || b == '\r') {
        needed = true;
      }
    }
    if (!needed) {
      return;
    }
    ensure(quotes + 2);
    int to = length + quotes + 1;
    array[to] = '"';
    for (int i = length - 1; i >= start; i--) {
      array[--to] = array[i];
      if (array[i] == '"') {
        array[--to] = '"';
      }
    }
    array[start] = '"';
    length += quotes + 2;
  }

  /** Escapes what was added since a start as the inside of a JSON string. */
  void escapeFrom(int start) {
    for (int i = start; i < length; i++) {
      byte b = array[i];
      if (b == '"' || b == '\\' || (b >= 0 && b < ' ')) {
        String escaped =
            new String(array, start, length - start, StandardCharsets.UTF_8)
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        length = start;
        add(escaped);
        return;
      }
    }
  }

  void upperCaseFrom(int start) {
    for (int i = start; i < length; i++) {
      byte b = array[i];
      if (b < 0) {
        replaceFrom(start, textFrom(start).toUpperCase(Locale.ROOT));
        return;
      }
      if (b >= 'a' && b <= 'z') {
        array[i] = (byte) (b - 32);
      }
    }
  }

  void lowerCaseFrom(int start) {
    for (int i = start; i < length; i++) {
      byte b = array[i];
      if (b < 0) {
        replaceFrom(start, textFrom(start).toLowerCase(Locale.ROOT));
        return;
      }
      if (b >= 'A' && b <= 'Z') {
        array[i] = (byte) (b + 32);
      }
    }
  }

  /** Swaps two neighbouring, different letters between two positions, as hasty fingers do. */
  void misspell(int from, int to, long bits) {
    int places = to - from - 1;
    if (places < 1) {
      return;
    }
    int first = Randomness.below(bits, places);
    for (int i = 0; i < places; i++) {
      int at = from + (first + i) % places;
      if (isLetter(array[at]) && isLetter(array[at + 1]) && array[at] != array[at + 1]) {
        byte kept = array[at];
        array[at] = array[at + 1];
        array[at + 1] = kept;
        return;
      }
    }
  }

  String textFrom(int start) {
    return new String(array, start, length - start, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return textFrom(0);
  }

  private void replaceFrom(int start, String text) {
    length = start;
    add(text);
  }

  private static boolean isLetter(byte b) {
    return b >= 'a' && b <= 'z';
  }

  private void ensure(int more) {
    if (length + more > array.length) {
      array = Arrays.copyOf(array, Math.max(array.length * 2, length + more));
    }
  }
}
