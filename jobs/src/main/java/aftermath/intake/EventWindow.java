package aftermath.intake;

import aftermath.incident.Incident;
import aftermath.incident.Timeline;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When events of an incident can have happened. One event with an absurd time would otherwise move
 * what is told of all: the newest of them says how far the files reach.
 *
 * @param from first day on which they can, in the time zone of the incident
 * @param earliest the beginning of that day; microseconds since 1970
 * @param latest the last moment at which they can; microseconds since 1970
 */
public record EventWindow(LocalDate from, long earliest, long latest) implements Serializable {

  /** Clocks of providers are not ours, and a time zone may be taken for another. */
  private static final int HOURS_AHEAD = 24;

  /**
   * From the month before the first moment of the timeline. A month, so that what was taken in
   * stays good when such a moment becomes known by the day or the hour.
   */
  public static EventWindow of(Incident incident) {
    LocalDate from =
        first(incident.timeline())
            .atZone(incident.timeZone())
            .toLocalDate()
            .withDayOfMonth(1)
            .minusMonths(1);
    return new EventWindow(
        from, micros(from.atStartOfDay(incident.timeZone()).toInstant()), Long.MAX_VALUE);
  }

  /** The same of files that are read at a moment: nothing that they tell lies after it. */
  EventWindow readAt(Instant moment) {
    return new EventWindow(from, earliest, micros(moment.plus(HOURS_AHEAD, ChronoUnit.HOURS)));
  }

  /** Why an event cannot have happened then; null if it can. */
  String problem(long micros) {
    if (micros < earliest) {
      return Reasons.beforeTheIncident(from);
    }
    return micros > latest ? Reasons.inTheFuture(HOURS_AHEAD) : null;
  }

  private static Instant first(Timeline timeline) {
    return Timeline.moments().stream()
        .flatMap(name -> timeline.moment(name).stream())
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }
}
