package aftermath.extract.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.disclosure.release.ProtectedRelease.Shown;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10 | 2-10",
        "11 | 11-100",
        "1000 | 101-1,000",
        "5716273 | 1,000,001-10,000,000",
        "10000000 | 1,000,001-10,000,000",
        "10000001 | 10,000,001 or more"
      })
  void oaicCountsPeopleInItsBands(long people, String band) {
    assertEquals(band, Bands.oaic(told(people)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"99 | 10 to 99", "100 | 100 to 1k", "429612 | 100k and above"})
  void icoCountsPeopleInItsBands(long people, String band) {
    assertEquals(band, Bands.ico(told(people)));
  }

  @Test
  void noBandTellsANumberThatIsLeftOut() {
    Told small = Told.of(new Shown(null, "Q", "A"), 10);
    assertEquals("fewer than 10", small.words());
    assertEquals(Bands.UNKNOWN, Bands.oaic(small));
    assertEquals(Bands.UNKNOWN, Bands.ico(small));
  }

  @Test
  void onlyAMarkOfASmallCountSaysFewerThan() {
    assertEquals(
        "not published to protect small counts", Told.of(new Shown(null, "Q", "D"), 10).words());
    assertEquals(
        "not published to protect small counts", Told.of(new Shown(null, "Q", "C"), 10).words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PT240H | <= 10 days",
        "PT241H | 11-20 days",
        "PT720H | 21-30 days",
        "PT721H | > 30 days"
      })
  void oaicCountsDaysThatHaveBegun(Duration duration, String band) {
    assertEquals(band, Bands.oaicDays(duration));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PT23H | Less than 24 hours",
        "PT72H | 24 hours to 72 hours",
        "PT73H | 72 hours to 1 week",
        "PT169H | More than 1 week"
      })
  void icoCountsHoursFirst(Duration duration, String band) {
    assertEquals(band, Bands.icoTime(duration));
  }

  private static Told told(long people) {
    return Told.of(new Shown(people, "A", "F"), 10);
  }
}
