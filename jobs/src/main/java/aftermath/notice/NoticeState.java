package aftermath.notice;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;

/**
 * Where a message stands, from the times of what happened to it. What wins does not depend on the
 * order in which events arrive: the state is a function of which events there were.
 */
public enum NoticeState {
  /** The recipient complained, so it was delivered. */
  COMPLAINED("complained_at"),
  /** It came back for good, even if a server had accepted it before. */
  HARD_BOUNCED("hard_bounced_at"),
  /** A server or a person accepted it; that it came back softly before or after changes nothing. */
  DELIVERED("delivered_at"),
  /** The provider did not try, because the address had failed before. */
  SUPPRESSED("suppressed_at"),
  /** The provider gave up for now. */
  SOFT_BOUNCED("soft_bounced_at"),
  /** The provider never sent it. */
  REJECTED("rejected_at"),
  /** It is on its way. An open or a click alone proves no more than that. */
  PENDING("sent_at");

  private final String time;

  NoticeState(String time) {
    this.time = time;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column that holds when a message came into this state. */
  public String time() {
    return time;
  }

  /** The state of a message whose times are known; the first that applies in the order above. */
  static Column ofTimes() {
    Column state = lit(PENDING.word());
    for (NoticeState next : lastFirst()) {
      state = when(col(next.time).isNotNull(), next.word()).otherwise(state);
    }
    return state;
  }

  /** When the message came into its state. */
  static Column since() {
    Column since = col(PENDING.time);
    for (NoticeState next : lastFirst()) {
      since = when(col("state").equalTo(next.word()), col(next.time)).otherwise(since);
    }
    return coalesce(since, col("first_event_at"));
  }

  /** All that something must have happened for, the weakest first. */
  private static List<NoticeState> lastFirst() {
    var states = new ArrayList<>(List.of(values()));
    states.remove(PENDING);
    Collections.reverse(states);
    return states;
  }

  /** The words of all states, as a condition of SQL lists them. */
  static String words() {
    return Arrays.stream(values()).map(state -> "'" + state.word() + "'").collect(joining(", "));
  }

  /** True of states that tell the person: it arrived. */
  public static Column tells(Column state) {
    return state.isin(COMPLAINED.word(), DELIVERED.word());
  }

  /** True of states after which this message will not arrive. */
  public static Column hasFailed(Column state) {
    return state.isin(HARD_BOUNCED.word(), SUPPRESSED.word(), REJECTED.word());
  }
}
