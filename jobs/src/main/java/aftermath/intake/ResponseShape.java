package aftermath.intake;

import aftermath.incident.ResponseSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows that are what people did: contacts of the support line, enrolments, resets. Words are kept
 * as delivered; what they mean is decided later, so that a word that was forgotten in the incident
 * file can be added there without delivering anything again.
 *
 * @param source name of the source in the incident file
 * @param zone in which times without an offset are read
 * @param window when events can have happened
 */
record ResponseShape(String source, String zone, EventWindow window) implements RowShape {

  /** The slots are the columns of a source, in their order. */
  static final List<String> SLOTS = ResponseSource.COLUMNS;

  private static final int RESPONSE_ID = 0;
  private static final int EVENT = 1;
  private static final int OCCURRED_AT = 2;
  private static final int ANSWERED_AT = 3;
  private static final int ENDED_AT = 4;
  private static final int WRAP_UP_SECONDS = 5;
  private static final int PERSON = 6;
  private static final int CHANNEL = 7;
  private static final int TOPIC = 8;

  private static final StructType SCHEMA =
      new StructType()
          .add("delivery_id", "string", false)
          .add("line", "bigint", false)
          .add("source", "string", false)
          .add("response_id", "string", true)
          .add("event", "string", true)
          .add("occurred_at", "timestamp", false)
          .add("answered_at", "timestamp", true)
          .add("ended_at", "timestamp", true)
          .add("wrap_up_seconds", "bigint", true)
          .add("person", "string", true)
          .add("channel", "string", true)
          .add("topic", "string", true);

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public ResponseShape readAt(Instant moment) {
    return new ResponseShape(source, zone, window.readAt(moment));
  }

  @Override
  public RowMaker maker(StructType required, String deliveryId) {
    return new Maker(this, required, deliveryId);
  }

  private static final class Maker extends FixedRowMaker {
    private final EventTimes times;
    private final EventWindow window;

    Maker(ResponseShape shape, StructType required, String deliveryId) {
      super(SLOTS.size(), SCHEMA, required, deliveryId);
      this.times = new EventTimes(ZoneId.of(shape.zone()));
      this.window = shape.window();
      put(2, UTF8String.fromString(shape.source()));
    }

    @Override
    String make(long line) {
      Long occurredAt = time(OCCURRED_AT);
      if (occurredAt == null) {
        return Reasons.noTime();
      }
      Long answeredAt = time(ANSWERED_AT);
      Long endedAt = time(ENDED_AT);
      if (isUnreadable(occurredAt) || isUnreadable(answeredAt) || isUnreadable(endedAt)) {
        return Reasons.unreadableTime();
      }
      String problem = problem(occurredAt, answeredAt, endedAt);
      if (problem != null) {
        return problem;
      }
      UTF8String wrapUp = trimmed(WRAP_UP_SECONDS);
      Long wrapUpSeconds = wrapUp == null ? null : (Long) Seconds.of(wrapUp);
      if (wrapUpSeconds != null && wrapUpSeconds == Seconds.UNREADABLE) {
        return Reasons.unreadableSeconds();
      }
      putLine(line);
      put(3, trimmed(RESPONSE_ID));
      put(4, trimmed(EVENT));
      put(5, occurredAt);
      put(6, answeredAt);
      put(7, endedAt);
      put(8, wrapUpSeconds);
      put(9, trimmed(PERSON));
      put(10, trimmed(CHANNEL));
      put(11, trimmed(TOPIC));
      return null;
    }

    private Long time(int slot) {
      UTF8String text = trimmed(slot);
      return text == null ? null : (Long) times.micros(text);
    }

    private String problem(Long... moments) {
      for (Long moment : moments) {
        String problem = moment == null ? null : window.problem(moment);
        if (problem != null) {
          return problem;
        }
      }
      return null;
    }

    private static boolean isUnreadable(Long micros) {
      return micros != null && micros == EventTimes.UNREADABLE;
    }

    /** What is blank is absent. */
    private UTF8String trimmed(int slot) {
      UTF8String text = cells[slot] == null ? null : cells[slot].trim();
      return text == null || text.numBytes() == 0 ? null : text;
    }
  }
}
