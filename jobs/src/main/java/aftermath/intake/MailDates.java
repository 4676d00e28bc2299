package aftermath.intake;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of mail headers, as RFC 5322 writes them: {@code Wed, 2 Jul 2025 10:30:15 +1000 (AEST)}.
 */
final class MailDates {
  private static final int LONGEST = 100;
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /**
   * The zones of RFC 5322, section 4.3. Any other name is refused: the same letters are used for
   * zones that lie half a day apart, and the RFC's advice to take them for UTC would be wrong by as
   * much.
   */
  private static final Map<String, String> OBSOLETE_ZONES =
      Map.ofEntries(
          Map.entry("UT", "+0000"),
          Map.entry("GMT", "+0000"),
          // Not of the RFC, and often written.
          Map.entry("UTC", "+0000"),
          Map.entry("Z", "+0000"),
          Map.entry("EST", "-0500"),
          Map.entry("EDT", "-0400"),
          Map.entry("CST", "-0600"),
          Map.entry("CDT", "-0500"),
          Map.entry("MST", "-0700"),
          Map.entry("MDT", "-0600"),
          Map.entry("PST", "-0800"),
          Map.entry("PDT", "-0700"));

  private static final Pattern DATE =
      Pattern.compile(
          "(?:(?:mon|tue|wed|thu|fri|sat|sun)\\s*,\\s*)?"
              + "(\\d{1,2})\\s+("
              + String.join("|", MONTHS)
              + ")\\s+(\\d{4})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?"
              + "(?:\\s*([+-]\\d{4}|"
              + String.join("|", OBSOLETE_ZONES.keySet())
              + "))?"
              + "(?:\\s*\\([^()]*\\))*",
          Pattern.CASE_INSENSITIVE);

  private MailDates() {}

  /**
   * Microseconds since 1970-01-01T00:00Z, or {@link EventTimes#UNREADABLE}.
   *
   * @param zone of dates that name none
   * @throws java.time.DateTimeException if there is no such day or hour
   */
  static long micros(String written, ZoneId zone) {
    Matcher matcher = DATE.matcher(written.length() > LONGEST ? "" : written);
    if (!matcher.matches()) {
      return EventTimes.UNREADABLE;
    }
    LocalDateTime local =
        LocalDateTime.of(
            Integer.parseInt(matcher.group(3)),
            1 + MONTHS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)),
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(4)),
            Integer.parseInt(matcher.group(5)),
            matcher.group(6) == null ? 0 : Integer.parseInt(matcher.group(6)));
    return local.atZone(zone(matcher.group(7), zone)).toEpochSecond() * 1_000_000;
  }

  private static ZoneId zone(String written, ZoneId otherwise) {
    if (written == null) {
      return otherwise;
    }
    String offset = OBSOLETE_ZONES.getOrDefault(written.toUpperCase(Locale.ROOT), written);
    int hours = Integer.parseInt(offset.substring(0, 3));
    int minutes = Integer.parseInt(offset.charAt(0) + offset.substring(3));
    return ZoneOffset.ofHoursMinutes(hours, minutes);
  }
}
