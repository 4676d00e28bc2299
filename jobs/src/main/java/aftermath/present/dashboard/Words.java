package aftermath.present.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, shares and times as people read them. */
final class Words {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);
  private static final String NARROW_SPACE = "\u202f";

  private Words() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  static String change(long number) {
    return number == 0 ? "no change" : String.format(Locale.ROOT, "%+,d", number).replace('-', '−');
  }

  static String share(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share) + NARROW_SPACE + "%";
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String moment(Instant moment, ZoneId zone) {
    return MOMENT.format(moment.atZone(zone));
  }
}
