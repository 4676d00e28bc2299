package aftermath.incident;

import java.util.Map;
import java.util.Optional;

/**
 * How the events of a source speak of messages.
 *
 * @param provider who delivers, for example {@code ses} or {@code print-house}
 * @param channel one of the notice policy's channels
 * @param waveTag the tag (SES) that carries the wave's name
 * @param wave the wave of all events of this source that carry none
 * @param personTag the tag (SES) that carries a person's identifier
 * @param personAttribute the attribute that the identifier is, for example {@code customer_id}
 * @param events the delivered words for what happened → {@link NoticeEventType}; CSV form only
 */
public record NoticeSource(
    String provider,
    String channel,
    Optional<String> waveTag,
    Optional<String> wave,
    Optional<String> personTag,
    Optional<String> personAttribute,
    Map<String, NoticeEventType> events) {}
