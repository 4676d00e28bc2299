package aftermath.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.NoticePolicy.Deadline;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

  private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");

  /** Two days before the clocks in Sydney went forward by an hour. */
  private static final Instant BEGINS = Instant.parse("2025-10-04T04:00:00Z");

  @Test
  void hoursAreThoseOfTheClock() {
    assertEquals(Instant.parse("2025-10-07T04:00:00Z"), ends("PT72H"));
  }

  @Test
  void daysAreThoseOfTheCalendar() {
    assertEquals(Instant.parse("2025-10-07T03:00:00Z"), ends("P3D"));
    assertEquals(Instant.parse("2025-10-07T05:00:00Z"), ends("P3DT2H"));
    assertEquals(Instant.parse("2025-11-04T03:00:00Z"), ends("P1M"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT72H", "P30D", "P1Y2M3W4DT5H6M7S", "PT1S", "P1W"})
  void knowsDurations(String text) {
    assertTrue(Deadline.isDuration(text));
    assertTrue(ends(text).isAfter(BEGINS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "PT", "P1DT", "72H", "-P1D", "PT-1H", "P0D", "p1d", "PT1.5H"})
  void knowsWhatIsNoDuration(String text) {
    assertFalse(Deadline.isDuration(text));
  }

  private static Instant ends(String within) {
    return new Deadline("test", "aware_at", within).ends(BEGINS, SYDNEY);
  }
}
