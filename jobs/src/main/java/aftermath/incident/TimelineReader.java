package aftermath.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code timeline}. */
final class TimelineReader {

  private static final String BEGINNING = "occurred_from";
  private static final String AWARENESS = "aware_at";

  private final Map<String, Instant> moments = new HashMap<>();
  private final Set<String> given = new LinkedHashSet<>();
  private final ZoneId zone;
  private final Mistakes mistakes;

  TimelineReader(ZoneId zone, Mistakes mistakes) {
    this.zone = zone;
    this.mistakes = mistakes;
  }

  Timeline read(Section timeline) {
    for (String name : Timeline.moments()) {
      Item item = name.equals(AWARENESS) ? timeline.required(name) : timeline.optional(name);
      if (item.isPresent()) {
        given.add(name);
      }
      item.as(Readings.momentIn(zone)).ifPresent(moment -> note(name, moment, item.place()));
    }
    return new Timeline(
        moment(BEGINNING),
        moment("occurred_until"),
        moment("detected_at"),
        moments.get(AWARENESS),
        moment("contained_at"),
        moment("assessed_at"),
        moment("published_at"));
  }

  /** The moments that the file gives, including those that cannot be read. */
  Set<String> given() {
    return given;
  }

  /** The day the organisation became aware, if that could be read. */
  Optional<LocalDate> awareOn() {
    return moment(AWARENESS).map(moment -> moment.atZone(zone).toLocalDate());
  }

  private void note(String name, Instant moment, Place place) {
    moments.put(name, moment);
    if (moment(BEGINNING).filter(moment::isBefore).isPresent()) {
      mistakes.add(Mistake.beforeItBegan(place));
    }
  }

  private Optional<Instant> moment(String name) {
    return Optional.ofNullable(moments.get(name));
  }
}
