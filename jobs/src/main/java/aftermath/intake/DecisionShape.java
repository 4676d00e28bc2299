package aftermath.intake;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows that are decisions of a clerk about two records.
 *
 * @param zone in which times without an offset are read
 */
record DecisionShape(String zone) implements RowShape {

  /** Names of the slots, which are also the columns of a file that declares none. */
  static final List<String> SLOTS =
      List.of("record", "other", "decision", "decided_at", "clerk", "remark");

  private static final int RECORD = 0;
  private static final int OTHER = 1;
  private static final int DECISION = 2;
  private static final int DECIDED_AT = 3;
  private static final int CLERK = 4;
  private static final int REMARK = 5;

  private static final Set<String> WORDS = Set.of("same", "different", "open");

  private static final StructType SCHEMA =
      new StructType()
          .add("delivery_id", "string", false)
          .add("line", "bigint", false)
          .add("record", "string", false)
          .add("other", "string", false)
          .add("decision", "string", false)
          .add("decided_at", "timestamp", true)
          .add("clerk", "string", true)
          .add("remark", "string", true);

  @Override
  public StructType schema() {
    return SCHEMA;
  }

  @Override
  public RowMaker maker(StructType required, String deliveryId) {
    return new Maker(new EventTimes(ZoneId.of(zone)), required, deliveryId);
  }

  private static final class Maker extends FixedRowMaker {
    private final EventTimes times;

    Maker(EventTimes times, StructType required, String deliveryId) {
      super(SLOTS.size(), SCHEMA, required, deliveryId);
      this.times = times;
    }

    @Override
    String make(long line) {
      UTF8String record = trimmed(RECORD);
      UTF8String other = trimmed(OTHER);
      UTF8String decision = trimmed(DECISION);
      if (record == null || other == null) {
        return Reasons.noTwoRecords();
      }
      if (record.equals(other)) {
        return Reasons.oneRecordTwice();
      }
      String word = decision == null ? "" : decision.toString().toLowerCase(Locale.ROOT);
      if (!WORDS.contains(word)) {
        return Reasons.noDecision();
      }
      UTF8String decidedAt = trimmed(DECIDED_AT);
      Long micros = decidedAt == null ? null : (Long) times.micros(decidedAt);
      if (micros != null && micros == EventTimes.UNREADABLE) {
        return Reasons.unreadableDecisionTime();
      }
      putLine(line);
      put(2, record);
      put(3, other);
      put(4, UTF8String.fromString(word));
      put(5, micros);
      put(6, trimmed(CLERK));
      put(7, trimmed(REMARK));
      return null;
    }

    /** What is blank is absent. */
    private UTF8String trimmed(int slot) {
      UTF8String text = cells[slot] == null ? null : cells[slot].trim();
      return text == null || text.numBytes() == 0 ? null : text;
    }
  }
}
