package aftermath.functions;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads the telephone numbers that most people have, written as most people write them, without
 * libphonenumber, whose regular expressions cost microseconds a number. It answers only where the
 * answer is beyond doubt and equal to libphonenumber's, which a test checks; everything else is
 * left to the library.
 */
final class PlainPhones {

  private static final int LONGEST_WRITTEN = 24;
  private static final int MOST_DIGITS = 15;

  /** Numbering plans in which a number of the common length is always read in the same way. */
  private enum Plan {
    AUSTRALIA("AU", "61", 9, "23478", true),
    NEW_ZEALAND("NZ", "64", 9, "2", true),
    UNITED_KINGDOM("GB", "44", 10, "127", true),
    NORTH_AMERICA("US", "1", 10, "23456789", false);

    private static final Plan[] ALL = values();

    private final UTF8String country;
    private final byte[] code;
    private final int length;
    private final boolean[] first = new boolean[10];
    private final boolean trunkZero;

    Plan(String country, String code, int length, String first, boolean trunkZero) {
      this.country = UTF8String.fromString(country);
      this.code = new byte[code.length()];
      for (int at = 0; at < code.length(); at++) {
        this.code[at] = (byte) (code.charAt(at) - '0');
      }
      this.length = length;
      this.trunkZero = trunkZero;
      first.chars().forEach(digit -> this.first[digit - '0'] = true);
    }

    boolean hasCodeOf(byte[] digits, int count) {
      if (count != code.length + length) {
        return false;
      }
      for (int at = 0; at < code.length; at++) {
        if (digits[at] != code[at]) {
          return false;
        }
      }
      return true;
    }
  }

  private PlainPhones() {}

  /** The number in E.164, or null if it is not plain. */
  static UTF8String read(UTF8String value, UTF8String country) {
    int length = value.numBytes();
    if (length == 0 || length > LONGEST_WRITTEN) {
      return null;
    }
    int start = value.getByte(0) == '+' ? 1 : 0;
    byte[] digits = new byte[MOST_DIGITS];
    int count = 0;
    for (int at = start; at < length; at++) {
      byte letter = value.getByte(at);
      if (letter >= '0' && letter <= '9') {
        if (count == MOST_DIGITS) {
          return null;
        }
        digits[count++] = (byte) (letter - '0');
      } else if (!isSeparator(letter)) {
        return null;
      }
    }
    return start == 1 ? international(value, digits, count) : national(digits, count, country);
  }

  private static UTF8String international(UTF8String value, byte[] digits, int count) {
    for (Plan plan : Plan.ALL) {
      if (plan.hasCodeOf(digits, count)) {
        UTF8String number = number(plan, digits, plan.code.length);
        // Numbers that are written in E.164 already need no copy.
        return number != null && number.numBytes() == value.numBytes() ? value : number;
      }
    }
    return null;
  }

  private static UTF8String national(byte[] digits, int count, UTF8String country) {
    for (Plan plan : Plan.ALL) {
      if (plan.country.equals(country)) {
        if (count == plan.length) {
          return number(plan, digits, 0);
        }
        if (plan.trunkZero && count == plan.length + 1 && digits[0] == 0) {
          return number(plan, digits, 1);
        }
        return null;
      }
    }
    return null;
  }

  private static UTF8String number(Plan plan, byte[] digits, int start) {
    if (!plan.first[digits[start]] || isOneDigitRepeated(digits, start, plan.length)) {
      return null;
    }
    byte[] number = new byte[1 + plan.code.length + plan.length];
    number[0] = '+';
    for (int at = 0; at < plan.code.length; at++) {
      number[1 + at] = (byte) ('0' + plan.code[at]);
    }
    for (int at = 0; at < plan.length; at++) {
      number[1 + plan.code.length + at] = (byte) ('0' + digits[start + at]);
    }
    return UTF8String.fromBytes(number);
  }

  private static boolean isOneDigitRepeated(byte[] digits, int start, int length) {
    for (int at = start + 1; at < start + length; at++) {
      if (digits[at] != digits[start]) {
        return false;
      }
    }
    return true;
  }

  /** Marks between digits that libphonenumber passes over too, however many there are. */
  private static boolean isSeparator(byte letter) {
    return letter == ' ' || letter == '-' || letter == '(' || letter == ')' || letter == '.';
  }
}
