package aftermath.notice;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.NoticeEventType;
import java.util.Locale;
import org.apache.spark.sql.Column;

/**
 * What of the events of a message is kept: the earliest or the latest of each kind. The earliest of
 * a set is the same whatever the order, however often an event is told, and however the set is cut
 * and put together again.
 */
enum Moment {
  FIRST_EVENT_AT(null, Pick.EARLIEST),
  LAST_EVENT_AT(null, Pick.LATEST),
  SENT_AT(NoticeEventType.SENT, Pick.EARLIEST),
  DELIVERED_AT(NoticeEventType.DELIVERED, Pick.EARLIEST),
  SOFT_BOUNCED_AT(NoticeEventType.SOFT_BOUNCED, Pick.LATEST),
  HARD_BOUNCED_AT(NoticeEventType.HARD_BOUNCED, Pick.EARLIEST),
  SUPPRESSED_AT(NoticeEventType.SUPPRESSED, Pick.EARLIEST),
  REJECTED_AT(NoticeEventType.REJECTED, Pick.EARLIEST),
  COMPLAINED_AT(NoticeEventType.COMPLAINED, Pick.EARLIEST),
  OPENED_AT(NoticeEventType.OPENED, Pick.EARLIEST),
  MACHINE_OPENED_AT(NoticeEventType.MACHINE_OPENED, Pick.EARLIEST),
  CLICKED_AT(NoticeEventType.CLICKED, Pick.EARLIEST),
  UNKNOWN_AT(NoticeEventType.UNKNOWN, Pick.LATEST);

  private enum Pick {
    EARLIEST,
    LATEST
  }

  private final NoticeEventType type;
  private final Pick pick;

  Moment(NoticeEventType type, Pick pick) {
    this.type = type;
    this.pick = pick;
  }

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The moment among events. */
  Column ofEvents() {
    Column time =
        type == null
            ? col("occurred_at")
            : when(col("event").equalTo(type.word()), col("occurred_at"));
    return (pick == Pick.EARLIEST ? min(time) : max(time)).as(column());
  }

  /** The moment among the events of both; null only if it is null of both. */
  Column ofBoth(Column one, Column other) {
    return (pick == Pick.EARLIEST ? least(one, other) : greatest(one, other)).as(column());
  }
}
