package aftermath.sample;

import java.nio.charset.StandardCharsets;

/** Text with # for a digit and @ for a capital letter. */
final class Pattern {
  private final byte[] text;
  private final int digits;

  Pattern(String text) {
    this.text = Bytes.of(text);
    this.digits = (int) text.chars().filter(c -> c == '#').count();
  }

  /** How many different numbers the digits can show. */
  long capacity() {
    return (long) Math.pow(10, Math.min(18, digits));
  }

  /** Fills the places from random bits. */
  void fill(long bits, Bytes out) {
    long rest = bits;
    for (byte b : text) {
      if (b == '#') {
        rest = Randomness.mix(rest);
        out.add((char) ('0' + Randomness.below(rest, 10)));
      } else if (b == '@') {
        rest = Randomness.mix(rest);
        out.add((char) ('A' + Randomness.below(rest, 26)));
      } else {
        addByte(b, out);
      }
    }
  }

  /** Fills the digits with those of a number. */
  void write(long number, Bytes out) {
    long power = 1;
    for (int i = 1; i < digits; i++) {
      power *= 10;
    }
    for (byte b : text) {
      if (b == '#') {
        out.add((char) ('0' + number / power % 10));
        power = Math.max(1, power / 10);
      } else {
        addByte(b, out);
      }
    }
  }

  @Override
  public String toString() {
    return new String(text, StandardCharsets.UTF_8);
  }

  private static void addByte(byte b, Bytes out) {
    out.add((char) (b & 0xff));
  }
}
