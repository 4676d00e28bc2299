package aftermath.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * A date pattern of yyyy, yy, MMM, MM, dd and d with anything between, written without a formatter.
 */
final class DateStyle {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private final List<String> pieces = new ArrayList<>();

  DateStyle(String pattern) {
    int start = 0;
    for (int i = 1; i <= pattern.length(); i++) {
      boolean ends = i == pattern.length() || pattern.charAt(i) != pattern.charAt(start);
      if (ends) {
        pieces.add(pattern.substring(start, i));
        start = i;
      }
    }
  }

  void write(long epochDay, Bytes out) {
    int date = CivilDate.yearMonthDay(epochDay);
    for (String piece : pieces) {
      switch (piece) {
        case "yyyy" -> out.addDigits(date / 10_000, 4);
        case "yy" -> out.addDigits(date / 10_000, 2);
        case "MMM" -> out.add(MONTHS[date / 100 % 100 - 1]);
        case "d" -> out.addNumber(date % 100);
        case "MM" -> out.addDigits(date / 100 % 100, 2);
        case "dd" -> out.addDigits(date % 100, 2);
        default -> out.add(piece);
      }
    }
  }
}
