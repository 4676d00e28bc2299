package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import aftermath.incident.Incident;
import aftermath.testing.TinyIncident;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class EventWindowTest {
  private static final Incident TINY = TinyIncident.TINY;
  private static final Instant READ_AT = Instant.parse("2025-08-01T00:00:00Z");

  private final EventWindow window = EventWindow.of(TINY).readAt(READ_AT);

  @Test
  void itOpensWithTheMonthBeforeTheFirstMomentOfTheTimeline() {
    LocalDate aware =
        TINY.timeline().awareAt().atZone(TINY.timeZone()).toLocalDate().withDayOfMonth(1);

    assertEquals(aware.minusMonths(1), window.from());
    assertNull(problem(window.from().atStartOfDay(TINY.timeZone()).toInstant()));
  }

  @Test
  void whatHappenedBeforeCannotBeOfThisIncident() {
    Instant before = window.from().atStartOfDay(TINY.timeZone()).toInstant().minusMillis(1);

    assertEquals(Reasons.beforeTheIncident(window.from()), problem(before));
  }

  @Test
  void clocksMayBeADayAheadAndNoMore() {
    Instant tomorrow = READ_AT.plus(24, ChronoUnit.HOURS);

    assertNull(problem(tomorrow));
    assertEquals(Reasons.inTheFuture(24), problem(tomorrow.plusMillis(1)));
  }

  private String problem(Instant moment) {
    return window.problem(ChronoUnit.MICROS.between(Instant.EPOCH, moment));
  }
}
