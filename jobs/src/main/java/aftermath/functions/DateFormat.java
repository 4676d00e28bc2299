package aftermath.functions;

import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One format of a date, in the letters of {@link DateTimeFormatter}, read strictly: 30 February is
 * no date.
 *
 * <p>Two liberties are taken. {@code y} means {@code u}, because a year without an era never
 * resolves strictly and nobody delivers eras. And a two-digit year is the one within the hundred
 * years up to the last allowed year, because {@code java.time} would put everybody born in 87 into
 * 2087.
 */
final class DateFormat {

  /** No day: Spark's dates start with the year 1. */
  static final int NONE = Integer.MIN_VALUE;

  private static final String ISO = "uuuu-MM-dd";

  private final DateTimeFormatter formatter;
  private final Optional<FixedDateShape> shape;
  private final boolean iso;

  private DateFormat(DateTimeFormatter formatter, Optional<FixedDateShape> shape, boolean iso) {
    this.formatter = formatter;
    this.shape = shape;
    this.iso = iso;
  }

  /**
   * A format.
   *
   * @throws IllegalArgumentException if the pattern is none
   */
  static DateFormat of(String pattern, int lastYear) {
    String strict = withoutEra(pattern);
    return new DateFormat(
        formatter(strict, lastYear), FixedDateShape.of(strict), strict.equals(ISO));
  }

  int days(UTF8String value, int start, int end) {
    if (shape.isPresent()) {
      FixedDateShape fixed = shape.get();
      if (fixed.fits(value, start, end)) {
        return fixed.days(value, start);
      }
      if (iso && isIsoTimestamp(value, start, end) && fixed.fits(value, start, start + 10)) {
        return fixed.days(value, start);
      }
    }
    return parsed(text(value, start, end));
  }

  private static String text(UTF8String value, int start, int end) {
    byte[] bytes = new byte[end - start];
    for (int at = start; at < end; at++) {
      bytes[at - start] = value.getByte(at);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** By {@code java.time} alone; the plain path must agree with it. */
  int parsed(String value) {
    ParsePosition position = new ParsePosition(0);
    TemporalAccessor fields = formatter.parseUnresolved(value, position);
    if (fields == null || position.getErrorIndex() >= 0 || position.getIndex() < value.length()) {
      return NONE;
    }
    try {
      long day = LocalDate.from(formatter.parse(value)).toEpochDay();
      return FixedDateShape.FIRST_DAY <= day && day <= FixedDateShape.LAST_DAY ? (int) day : NONE;
    } catch (DateTimeException notADay) {
      return NONE;
    }
  }

  private static DateTimeFormatter formatter(String pattern, int lastYear) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    int years = twoDigitYears(pattern);
    if (years < 0) {
      builder.appendPattern(pattern);
    } else {
      if (years > 0) {
        builder.appendPattern(pattern.substring(0, years));
      }
      builder.appendValueReduced(ChronoField.YEAR, 2, 2, lastYear - 99);
      if (years + 2 < pattern.length()) {
        builder.appendPattern(pattern.substring(years + 2));
      }
    }
    return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
  }

  /** Where {@code uu} stands by itself; -1 if nowhere. */
  private static int twoDigitYears(String pattern) {
    int first = pattern.indexOf('u');
    return first >= 0 && pattern.lastIndexOf('u') == first + 1 && pattern.indexOf('\'') < 0
        ? first
        : -1;
  }

  private static String withoutEra(String pattern) {
    StringBuilder strict = new StringBuilder(pattern.length());
    boolean quoted = false;
    for (char letter : pattern.toCharArray()) {
      quoted ^= letter == '\'';
      strict.append(letter == 'y' && !quoted ? 'u' : letter);
    }
    return strict.toString();
  }

  /**
   * Ten characters of a date, T or a blank, and a time. The day is taken as it is written: a
   * birthday is no moment, and shifting it by a time zone would change it.
   */
  private static boolean isIsoTimestamp(UTF8String value, int start, int end) {
    if (end - start < 16) {
      return false;
    }
    byte between = value.getByte(start + 10);
    if (between != 'T' && between != ' ') {
      return false;
    }
    for (int at = start + 11; at < end; at++) {
      byte letter = value.getByte(at);
      boolean belongs =
          (letter >= '0' && letter <= '9')
              || (at == start + 13 ? letter == ':' : isOfTime(letter) && at > start + 15);
      if (!belongs) {
        return false;
      }
    }
    return value.getByte(start + 13) == ':';
  }

  private static boolean isOfTime(byte letter) {
    return letter == ':'
        || letter == '.'
        || letter == '+'
        || letter == '-'
        || letter == ' '
        || letter == 'Z';
  }
}
