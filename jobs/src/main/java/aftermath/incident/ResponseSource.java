package aftermath.incident;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the events of a source speak of what people did.
 *
 * @param provider whose system tells it, for example {@code contact-centre}
 * @param channel the line or way of all events of this source that name none
 * @param channels the delivered words for lines and ways → what reports call them; a number or a
 *     name may stand there, so that only words which are listed here reach a report
 * @param personAttribute the attribute that the person's identifier is, for example {@code
 *     customer_id}
 * @param events the delivered words for what happened → {@link ResponseEventType}
 * @param topics the delivered words for what it was about → what reports call it; clerks write
 *     remarks where a topic should be, so that only words which are listed here reach a report
 */
public record ResponseSource(
    String provider,
    String channel,
    Map<String, String> channels,
    Optional<String> personAttribute,
    Map<String, ResponseEventType> events,
    Map<String, String> topics) {

  /** What a source may have a column for. */
  public static final List<String> COLUMNS =
      List.of(
          "response_id",
          "event",
          "occurred_at",
          "answered_at",
          "ended_at",
          "wrap_up_seconds",
          "person",
          "channel",
          "topic");
}
