package aftermath.functions;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code number(value)}: DECIMAL(18,4), which sums exactly and still fits one machine word. Further
 * decimals are rounded half up; what has more than 14 digits before the point is null.
 *
 * <p>Signs, an amount in parentheses (accountants' minus), currency signs or codes around it, and
 * thousands separators are read. Of a comma and a point the last is the decimal mark. A single
 * comma parts thousands if three digits follow it and decimals otherwise; a single point always
 * parts decimals.
 */
public final class DecimalNumber extends StaticFunction<Decimal> {

  static final int PRECISION = 18;
  static final int SCALE = 4;

  private static final int LONGEST = 40;
  private static final long LARGEST = 999_999_999_999_999_999L;

  DecimalNumber() {
    super("number", new DecimalType(PRECISION, SCALE), DataTypes.StringType);
  }

  /** Called by Spark's generated code. */
  public static Decimal invoke(UTF8String value) {
    if (value == null || value.numBytes() == 0 || value.numBytes() > LONGEST) {
      return null;
    }
    UTF8String folded = Folding.folded(value, Folding.Case.UPPER);
    return folded == null ? null : read(folded);
  }

  private static Decimal read(UTF8String value) {
    int start = 0;
    int end = value.numBytes();
    boolean negative = false;
    if (value.getByte(0) == '(' && value.getByte(end - 1) == ')') {
      negative = true;
      start++;
      end--;
    }
    // What stands around the digits: a sign, a currency sign or a currency code of three letters.
    int firstDigit = start;
    while (firstDigit < end && !isDigit(value.getByte(firstDigit))) {
      firstDigit++;
    }
    int lastDigit = end - 1;
    while (lastDigit > firstDigit && !isDigit(value.getByte(lastDigit))) {
      lastDigit--;
    }
    if (firstDigit >= end) {
      return null;
    }
    boolean startsWithMark =
        firstDigit > start && value.getByte(firstDigit - 1) == '.' && firstDigit <= lastDigit;
    int signs =
        signs(value, start, startsWithMark ? firstDigit - 1 : firstDigit)
            + signs(value, lastDigit + 1, end);
    if (signs > 1 || (negative && signs > 0)) {
      return null;
    }
    long unscaled = digits(value, startsWithMark ? firstDigit - 1 : firstDigit, lastDigit + 1);
    if (unscaled < 0 || unscaled > LARGEST) {
      return null;
    }
    return Decimal.createUnsafe(negative || signs == 1 ? -unscaled : unscaled, PRECISION, SCALE);
  }

  /** The number of minus signs around the digits; more than one if anything else is there. */
  private static int signs(UTF8String value, int start, int end) {
    int signs = 0;
    int letters = 0;
    for (int at = start; at < end; at++) {
      byte letter = value.getByte(at);
      if (letter == '-') {
        signs++;
      } else if (letter >= 'A' && letter <= 'Z') {
        letters++;
      } else if (letter >= 0
          ? letter != ' ' && letter != '$' && letter != '+'
          : !isOfCurrencySign(letter)) {
        return 2;
      }
    }
    return letters == 0 || letters == 3 ? signs : 2;
  }

  /** A byte of the euro, pound or yen sign in UTF-8. */
  private static boolean isOfCurrencySign(byte letter) {
    return switch (letter & 0xFF) {
      case 0xE2, 0x82, 0xAC, 0xC2, 0xA3, 0xA5 -> true;
      default -> false;
    };
  }

  /** The number times ten thousand; -1 if it is none. */
  private static long digits(UTF8String value, int start, int end) {
    int mark = decimalMark(value, start, end);
    if (mark < -1) {
      return -1;
    }
    int whole = mark < 0 ? end : mark;
    long number = 0;
    int count = 0;
    byte separator = 0;
    int inGroup = 0;
    for (int at = start; at < whole; at++) {
      byte letter = value.getByte(at);
      if (isDigit(letter)) {
        number = number * 10 + (letter - '0');
        count += number == 0 ? 0 : 1;
        inGroup++;
        if (count > PRECISION - SCALE) {
          return -1;
        }
      } else {
        boolean isSeparator = letter == ',' || letter == '.' || letter == ' ' || letter == '\'';
        boolean isFirst = separator == 0;
        if (!isSeparator
            || (!isFirst && letter != separator)
            || (isFirst ? inGroup < 1 || inGroup > 3 : inGroup != 3)) {
          return -1;
        }
        separator = letter;
        inGroup = 0;
      }
    }
    if (separator != 0 && inGroup != 3) {
      return -1;
    }
    return withDecimals(number, value, whole + 1, end);
  }

  private static long withDecimals(long whole, UTF8String value, int start, int end) {
    long number = whole;
    for (int place = 0; place < SCALE; place++) {
      int at = start + place;
      if (at < end && !isDigit(value.getByte(at))) {
        return -1;
      }
      number = number * 10 + (at < end ? value.getByte(at) - '0' : 0);
    }
    for (int at = start + SCALE; at < end; at++) {
      if (!isDigit(value.getByte(at))) {
        return -1;
      }
    }
    boolean roundsUp = start + SCALE < end && value.getByte(start + SCALE) >= '5';
    return roundsUp ? number + 1 : number;
  }

  /** Where the decimals begin; -1 if nowhere, -2 if the marks contradict each other. */
  private static int decimalMark(UTF8String value, int start, int end) {
    int commas = 0;
    int points = 0;
    int lastComma = -1;
    int lastPoint = -1;
    for (int at = start; at < end; at++) {
      byte letter = value.getByte(at);
      if (letter == ',') {
        commas++;
        lastComma = at;
      } else if (letter == '.') {
        points++;
        lastPoint = at;
      }
    }
    if (commas > 0 && points > 0) {
      boolean isPoint = lastPoint > lastComma;
      return (isPoint ? points : commas) == 1 ? Math.max(lastPoint, lastComma) : -2;
    }
    if (points == 1) {
      return lastPoint;
    }
    return commas == 1 && end - lastComma - 1 != 3 ? lastComma : -1;
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }
}
