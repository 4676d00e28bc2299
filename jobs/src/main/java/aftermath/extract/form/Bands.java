package aftermath.extract.form;

import java.time.Duration;
import java.util.List;

/** The bands in which regulators count people and time. */
final class Bands {
  static final String UNKNOWN = "Unknown";

  private record Band(long most, String name) {}

  /** OAIC, Notifiable data breaches statistics. */
  private static final List<Band> OAIC =
      List.of(
          new Band(1, "1"),
          new Band(10, "2-10"),
          new Band(100, "11-100"),
          new Band(1_000, "101-1,000"),
          new Band(5_000, "1,001-5,000"),
          new Band(10_000, "5,001-10,000"),
          new Band(25_000, "10,001-25,000"),
          new Band(50_000, "25,001-50,000"),
          new Band(100_000, "50,001-100,000"),
          new Band(250_000, "100,001-250,000"),
          new Band(500_000, "250,001-500,000"),
          new Band(1_000_000, "500,001-1,000,000"),
          new Band(10_000_000, "1,000,001-10,000,000"),
          new Band(Long.MAX_VALUE, "10,000,001 or more"));

  /** ICO, Data security incident trends. */
  private static final List<Band> ICO =
      List.of(
          new Band(9, "1 to 9"),
          new Band(99, "10 to 99"),
          new Band(999, "100 to 1k"),
          new Band(9_999, "1k to 10k"),
          new Band(99_999, "10k to 100k"),
          new Band(Long.MAX_VALUE, "100k and above"));

  private static final List<Band> OAIC_DAYS =
      List.of(
          new Band(10, "<= 10 days"),
          new Band(20, "11-20 days"),
          new Band(30, "21-30 days"),
          new Band(Long.MAX_VALUE, "> 30 days"));

  private Bands() {}

  static String oaic(Told people) {
    return of(people, OAIC);
  }

  static String ico(Told people) {
    return of(people, ICO);
  }

  /** Full days begun: an hour is within the first. */
  static String oaicDays(Duration duration) {
    long days = (duration.toHours() + 23) / 24;
    return in(days, OAIC_DAYS);
  }

  static String icoTime(Duration duration) {
    if (duration.compareTo(Duration.ofHours(24)) < 0) {
      return "Less than 24 hours";
    }
    if (duration.compareTo(Duration.ofHours(72)) <= 0) {
      return "24 hours to 72 hours";
    }
    return duration.compareTo(Duration.ofDays(7)) <= 0 ? "72 hours to 1 week" : "More than 1 week";
  }

  /** A band would tell a number that is left out. */
  private static String of(Told people, List<Band> bands) {
    return people.isPublished() && people.value() > 0 ? in(people.value(), bands) : UNKNOWN;
  }

  private static String in(long number, List<Band> bands) {
    return bands.stream().filter(band -> number <= band.most()).findFirst().orElseThrow().name();
  }
}
