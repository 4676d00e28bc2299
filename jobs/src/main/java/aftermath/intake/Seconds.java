package aftermath.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads how long something took: seconds, or hours, minutes and seconds with colons between them.
 */
final class Seconds {

  /** Nothing takes so long. */
  static final long UNREADABLE = Long.MIN_VALUE;

  /** Contact centres export {@code 75}, {@code 75.0}, {@code 1:15} and {@code 00:01:15}. */
  private static final Pattern WRITTEN =
      Pattern.compile("(-?)(?:(?:(\\d{1,4}):)?(\\d{1,4}):)?(\\d{1,9})(?:\\.\\d{1,9})?");

  private Seconds() {}

  /** Whole seconds, a fraction dropped; or {@link #UNREADABLE}. */
  static long of(UTF8String written) {
    Matcher parts = WRITTEN.matcher(written.toString());
    if (!parts.matches()) {
      return UNREADABLE;
    }
    long seconds =
        3_600 * number(parts.group(2)) + 60 * number(parts.group(3)) + number(parts.group(4));
    return parts.group(1).isEmpty() ? seconds : -seconds;
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
