package aftermath.sample;

/** Days since 1970 as year, month and day, without an object for each (Hinnant's algorithm). */
final class CivilDate {
  private CivilDate() {}

  static void addIso(long epochDay, Bytes out) {
    int date = yearMonthDay(epochDay);
    out.addDigits(date / 10_000, 4).add('-');
    out.addDigits(date / 100 % 100, 2).add('-').addDigits(date % 100, 2);
  }

  /** The date as the number yyyymmdd. */
  static int yearMonthDay(long epochDay) {
    long z = epochDay + 719_468;
    long era = Math.floorDiv(z, 146_097L);
    int dayOfEra = (int) (z - era * 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shifted = (5 * dayOfYear + 2) / 153;
    int day = dayOfYear - (153 * shifted + 2) / 5 + 1;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
    return year * 10_000 + month * 100 + day;
  }
}
