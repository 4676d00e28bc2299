package aftermath.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads when an event happened: ISO 8601 with or without time and offset, {@code dd/MM/yyyy} with
 * or without {@code HH:mm} and seconds, seconds or milliseconds since 1970, or the date of a mail
 * header. Times without an offset are of the incident's zone. Digits are read by hand because
 * twenty million events pass here; dates of mail headers are few.
 */
final class EventTimes {

  /** No event happens at the end of time. */
  static final long UNREADABLE = Long.MIN_VALUE;

  private static final int NONE = -1;

  private final ZoneId zone;
  private UTF8String text;
  private int length;
  private int at;

  EventTimes(ZoneId zone) {
    this.zone = zone;
  }

  /** Microseconds since 1970-01-01T00:00Z, or {@link #UNREADABLE}. */
  long micros(UTF8String written) {
    text = written.trim();
    length = text.numBytes();
    at = 0;
    try {
      return parsed();
    } catch (DateTimeException e) {
      return UNREADABLE;
    }
  }

  private long parsed() {
    if (length > 4 && text.getByte(4) == '-') {
      return timeOn(isoDate());
    }
    if (length > 2 && text.getByte(2) == '/') {
      return timeOn(dayFirst());
    }
    return length > 2 && digitAt(2) ? sinceTheEpoch() : MailDates.micros(text.toString(), zone);
  }

  private long timeOn(LocalDate date) {
    if (date == null) {
      return UNREADABLE;
    }
    if (at == length) {
      return micros(date.atStartOfDay(zone).toEpochSecond(), 0);
    }
    if (!takes('T') && !takes('t') && !takes(' ')) {
      return UNREADABLE;
    }
    int hour = number(2);
    if (hour == NONE || !takes(':')) {
      return UNREADABLE;
    }
    int minute = number(2);
    int second = takes(':') ? number(2) : 0;
    if (minute == NONE || second == NONE) {
      return UNREADABLE;
    }
    int micro = takes('.') || takes(',') ? fraction() : 0;
    if (micro == NONE) {
      return UNREADABLE;
    }
    LocalTime time = LocalTime.of(hour, minute, second);
    if (at == length) {
      return micros(LocalDateTime.of(date, time).atZone(zone).toEpochSecond(), micro);
    }
    takes(' ');
    int offset = takes('Z') || takes('z') ? 0 : offsetSeconds();
    if (at != length || offset == Integer.MIN_VALUE) {
      return UNREADABLE;
    }
    return micros(date.toEpochDay() * 86_400 + time.toSecondOfDay() - offset, micro);
  }

  /**
   * Nine or ten digits are seconds, with or without a fraction, and thirteen are milliseconds.
   * Other counts of digits are no time of our days; eight and fourteen, for example, may be a date
   * without its hyphens.
   */
  private long sinceTheEpoch() {
    long value = 0;
    int digits = 0;
    while (at < length && digitAt(at) && digits <= 13) {
      value = 10 * value + text.getByte(at++) - '0';
      digits++;
    }
    if (digits == 13 && at == length) {
      return value * 1_000;
    }
    if (digits != 9 && digits != 10) {
      return UNREADABLE;
    }
    int micro = takes('.') ? fraction() : 0;
    return micro == NONE || at != length ? UNREADABLE : micros(value, micro);
  }

  private LocalDate isoDate() {
    int year = number(4);
    int month = takes('-') ? number(2) : NONE;
    int day = takes('-') ? number(2) : NONE;
    return year == NONE || month == NONE || day == NONE ? null : LocalDate.of(year, month, day);
  }

  private LocalDate dayFirst() {
    int day = number(2);
    int month = takes('/') ? number(2) : NONE;
    int year = takes('/') ? number(4) : NONE;
    return year == NONE || month == NONE || day == NONE ? null : LocalDate.of(year, month, day);
  }

  /** {@code +10}, {@code +10:00} or {@code +1000}. */
  private int offsetSeconds() {
    int sign = takes('+') ? 1 : takes('-') ? -1 : 0;
    int hours = number(2);
    int minutes = 0;
    if (at < length) {
      takes(':');
      minutes = number(2);
    }
    if (sign == 0 || hours == NONE || minutes == NONE) {
      return Integer.MIN_VALUE;
    }
    return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes).getTotalSeconds();
  }

  private boolean digitAt(int index) {
    return text.getByte(index) >= '0' && text.getByte(index) <= '9';
  }

  private boolean takes(char wanted) {
    if (at < length && text.getByte(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private int number(int digits) {
    if (at + digits > length) {
      return NONE;
    }
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = text.getByte(at++) - '0';
      if (digit < 0 || digit > 9) {
        return NONE;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  /** Digits behind the sixth are dropped: Spark counts microseconds. */
  private int fraction() {
    int value = 0;
    int digits = 0;
    while (at < length && digitAt(at)) {
      if (digits < 6) {
        value = 10 * value + text.getByte(at) - '0';
      }
      digits++;
      at++;
    }
    for (int i = digits; i < 6; i++) {
      value *= 10;
    }
    return digits == 0 ? NONE : value;
  }

  private static long micros(long seconds, int micro) {
    return seconds * 1_000_000 + micro;
  }
}
