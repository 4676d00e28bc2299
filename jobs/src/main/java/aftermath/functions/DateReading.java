package aftermath.functions;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * How dates of one column are read: the formats in their order, and the days outside which a date
 * is absurd and counts as absent.
 */
final class DateReading {

  private static final int LONGEST = 64;

  private final LocalDate notBefore;
  private final LocalDate notAfter;
  private final int firstDay;
  private final int lastDay;
  private final List<String> patterns;
  private final DateFormat[] formats;

  DateReading(LocalDate notBefore, LocalDate notAfter, List<String> patterns) {
    this.notBefore = notBefore;
    this.notAfter = notAfter;
    this.patterns = List.copyOf(patterns);
    firstDay = Math.toIntExact(notBefore.toEpochDay());
    lastDay = Math.toIntExact(notAfter.toEpochDay());
    formats =
        patterns.stream()
            .map(pattern -> DateFormat.of(pattern, notAfter.getYear()))
            .toArray(DateFormat[]::new);
  }

  /** The bounds and the formats, one a line. */
  static DateReading of(String text) {
    String[] lines = text.split("\n", -1);
    return new DateReading(
        LocalDate.parse(lines[0]),
        LocalDate.parse(lines[1]),
        Arrays.asList(lines).subList(2, lines.length));
  }

  @Override
  public String toString() {
    return Stream.concat(Stream.of(notBefore.toString(), notAfter.toString()), patterns.stream())
        .collect(Collectors.joining("\n"));
  }

  /** Days since 1970, or null. */
  Integer days(UTF8String value) {
    int start = 0;
    int end = value.numBytes();
    while (start < end && isBlank(value.getByte(start))) {
      start++;
    }
    while (end > start && isBlank(value.getByte(end - 1))) {
      end--;
    }
    if (start == end || end - start > LONGEST) {
      return null;
    }
    for (DateFormat format : formats) {
      int days = format.days(value, start, end);
      if (days != DateFormat.NONE) {
        return days < firstDay || days > lastDay ? null : (Integer) days;
      }
    }
    return null;
  }

  private static boolean isBlank(byte letter) {
    return letter >= 0 && letter <= ' ';
  }
}
