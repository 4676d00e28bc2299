package aftermath.functions;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A format of a four-digit year and a two-digit month and day in any order, such as {@code
 * uuuu-MM-dd}: read by position, which is many times cheaper than by {@link
 * java.time.format.DateTimeFormatter} and equal to it, which a test checks.
 */
final class FixedDateShape {

  static final int FIRST_DAY = Math.toIntExact(LocalDate.of(1, 1, 1).toEpochDay());
  static final int LAST_DAY = Math.toIntExact(LocalDate.of(9999, 12, 31).toEpochDay());

  private final String pattern;
  private final int year;
  private final int month;
  private final int day;

  private FixedDateShape(String pattern) {
    this.pattern = pattern;
    year = pattern.indexOf("uuuu");
    month = pattern.indexOf("MM");
    day = pattern.indexOf("dd");
  }

  /** The shape of a pattern, if it is of this kind. */
  static Optional<FixedDateShape> of(String pattern) {
    String separators =
        pattern.replaceFirst("uuuu", "").replaceFirst("MM", "").replaceFirst("dd", "");
    boolean isComplete = pattern.length() - separators.length() == 8;
    boolean isPlain = separators.chars().allMatch(letter -> "-/. ".indexOf(letter) >= 0);
    return isComplete && isPlain ? Optional.of(new FixedDateShape(pattern)) : Optional.empty();
  }

  boolean fits(UTF8String value, int start, int end) {
    if (end - start != pattern.length()) {
      return false;
    }
    for (int at = 0; at < pattern.length(); at++) {
      char expected = pattern.charAt(at);
      byte letter = value.getByte(start + at);
      boolean isDigit = letter >= '0' && letter <= '9';
      if (expected >= 'A' ? !isDigit : letter != expected) {
        return false;
      }
    }
    return true;
  }

  /** Days since 1970 of a fitting value, or {@link DateFormat#NONE}. */
  int days(UTF8String value, int start) {
    int y = number(value, start + year, 4);
    int m = number(value, start + month, 2);
    int d = number(value, start + day, 2);
    if (y < 1 || m < 1 || m > 12 || d < 1 || d > lastOf(y, m)) {
      return DateFormat.NONE;
    }
    return Math.toIntExact(LocalDate.of(y, m, d).toEpochDay());
  }

  private static int number(UTF8String value, int start, int length) {
    int number = 0;
    for (int at = start; at < start + length; at++) {
      number = number * 10 + (value.getByte(at) - '0');
    }
    return number;
  }

  private static int lastOf(int year, int month) {
    return switch (month) {
      case 2 -> (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
