package aftermath.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code timeline}. */
final class TimelineReader {

  private static final String BEGINNING = "occurred_from";
  private static final String AWARENESS = "aware_at";

  private TimelineReader() {}

  /** The moments that could be read, by name; the timeline is made of them. */
  static Map<String, Instant> read(Section timeline, ZoneId zone, Mistakes mistakes) {
    Map<String, Instant> moments = new LinkedHashMap<>();
    for (String name : Timeline.moments()) {
      Item item = name.equals(AWARENESS) ? timeline.required(name) : timeline.optional(name);
      Optional<Instant> moment = item.as(Readings.momentIn(zone));
      moment.ifPresent(instant -> moments.put(name, instant));
      Instant beginning = moments.get(BEGINNING);
      if (beginning != null && moment.isPresent() && moment.get().isBefore(beginning)) {
        mistakes.add(Mistake.beforeItBegan(item.place()));
      }
    }
    return moments;
  }

  static Timeline timeline(Map<String, Instant> moments) {
    return new Timeline(
        Optional.ofNullable(moments.get(BEGINNING)),
        Optional.ofNullable(moments.get("occurred_until")),
        Optional.ofNullable(moments.get("detected_at")),
        moments.get(AWARENESS),
        Optional.ofNullable(moments.get("contained_at")),
        Optional.ofNullable(moments.get("assessed_at")),
        Optional.ofNullable(moments.get("published_at")));
  }
}
