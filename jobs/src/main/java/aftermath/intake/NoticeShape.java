package aftermath.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows that are events of messages.
 *
 * @param wave of events that carry none; empty: none
 * @param personAttribute what the person's identifier is; empty: not known
 * @param events delivered words in lower case → the word of their type
 * @param zone in which times without an offset are read
 * @param window when events can have happened
 */
record NoticeShape(
    String provider,
    String channel,
    String wave,
    String personAttribute,
    Map<String, String> events,
    String zone,
    EventWindow window)
    implements RowShape {

  /** Names of the slots, which are also the attributes under a source's {@code columns}. */
  static final List<String> SLOTS =
      List.of("message_id", "event", "occurred_at", "person", "recipient", "wave", "reason");

  static final int MESSAGE_ID = 0;
  static final int EVENT = 1;
  static final int OCCURRED_AT = 2;
  static final int PERSON = 3;
  static final int RECIPIENT = 4;
  static final int WAVE = 5;
  static final int REASON = 6;

  static final StructType SCHEMA =
      new StructType()
          .add("delivery_id", "string", false)
          .add("line", "bigint", false)
          .add("provider", "string", false)
          .add("channel", "string", false)
          .add("message_id", "string", false)
          .add("event", "string", false)
          .add("occurred_at", "timestamp", false)
          .add("wave", "string", true)
          .add("recipient", "string", true)
          .add("person", "string", true)
          .add("person_attribute", "string", true)
          .add("reason", "string", true)
          .add("delivered_event", "string", false);

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public NoticeShape readAt(Instant moment) {
    return new NoticeShape(
        provider, channel, wave, personAttribute, events, zone, window.readAt(moment));
  }

  @Override
  public NoticeMaker maker(StructType required, String deliveryId) {
    return new NoticeMaker(this, required, deliveryId);
  }

  /** Makes the rows; a reader that knows the event's type better than its word sets the type. */
  static final class NoticeMaker extends FixedRowMaker {

    private static final UTF8String UNKNOWN = UTF8String.fromString("unknown");

    private final Map<UTF8String, UTF8String> types = new java.util.HashMap<>();
    private final NoticeShape shape;
    private final EventTimes times;
    private final UTF8String wave;
    private final UTF8String personAttribute;

    NoticeMaker(NoticeShape shape, StructType required, String deliveryId) {
      super(SLOTS.size(), SCHEMA, required, deliveryId);
      this.shape = shape;
      this.times = new EventTimes(java.time.ZoneId.of(shape.zone()));
      this.wave = textOrNull(shape.wave());
      this.personAttribute = textOrNull(shape.personAttribute());
      put(2, UTF8String.fromString(shape.provider()));
      put(3, UTF8String.fromString(shape.channel()));
    }

    @Override
    String make(long line) {
      UTF8String word = cells[EVENT];
      return word == null ? Reasons.noEventWord() : make(line, typeOf(word));
    }

    /** Makes the row of an event of the given type. */
    String make(long line, UTF8String type) {
      if (cells[MESSAGE_ID] == null) {
        return Reasons.noMessageId();
      }
      if (cells[OCCURRED_AT] == null) {
        return Reasons.noTime();
      }
      long micros = times.micros(cells[OCCURRED_AT]);
      if (micros == EventTimes.UNREADABLE) {
        return Reasons.unreadableTime();
      }
      String problem = shape.window().problem(micros);
      if (problem != null) {
        return problem;
      }
      putLine(line);
      put(4, cells[MESSAGE_ID]);
      put(5, type);
      put(6, micros);
      put(7, cells[WAVE] == null ? wave : cells[WAVE]);
      put(8, cells[RECIPIENT]);
      put(9, cells[PERSON]);
      put(10, cells[PERSON] == null ? null : personAttribute);
      put(11, cells[REASON]);
      put(12, cells[EVENT]);
      return null;
    }

    private UTF8String typeOf(UTF8String word) {
      UTF8String type = types.get(word);
      if (type == null) {
        String mapped = shape.events().get(word.toString().strip().toLowerCase(Locale.ROOT));
        type = mapped == null ? UNKNOWN : UTF8String.fromString(mapped);
        // Words are few, unless a file is wrong; then they are not worth remembering.
        if (types.size() < 1_000) {
          types.put(word.copy(), type);
        }
      }
      return type;
    }

    private static UTF8String textOrNull(String text) {
      return text.isEmpty() ? null : UTF8String.fromString(text);
    }
  }
}
