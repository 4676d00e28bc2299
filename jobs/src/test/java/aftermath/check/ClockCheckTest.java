package aftermath.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.testing.TinyIncident;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockCheckTest {

  @Test
  void theTimeIsSaidInTheZoneOfTheIncident() {
    Finding clock = at("2025-03-01T00:00:00Z", List.of()).get(0);
    assertEquals(Standing.OK, clock.standing());
    assertTrue(clock.sentence().contains("2025-03-01T11:00 in Australia/Sydney"), clock::sentence);
  }

  @Test
  void aClockBeforeTheIncidentCannotBeRight() {
    Finding clock = at("2024-01-01T00:00:00Z", List.of()).get(0);
    assertEquals(Standing.MISSING, clock.standing());
    assertTrue(clock.sentence().contains("aware_at"), clock::sentence);
  }

  @Test
  void filesThatWereChangedAfterNowAreWarnedOf() {
    Finding files = at("2025-03-02T00:00:00Z", List.of("late.csv")).get(1);
    assertEquals(Standing.WARNING, files.standing());
    assertTrue(files.sentence().contains("late.csv"), files::sentence);
  }

  private static List<Finding> at(String now, List<String> files) {
    return ClockCheck.of(TinyIncident.TINY, Clock.fixed(Instant.parse(now), ZoneOffset.UTC), files);
  }
}
