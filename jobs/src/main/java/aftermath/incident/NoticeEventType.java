package aftermath.incident;

import java.util.Locale;

/** What can happen to a message, whoever delivers it. */
public enum NoticeEventType {
  SENT,
  DELIVERED,
  DELAYED,
  SOFT_BOUNCED,
  HARD_BOUNCED,
  REJECTED,
  COMPLAINED,
  OPENED,
  CLICKED,
  UNSUBSCRIBED,
  /** Kept and counted, but it moves nothing. */
  UNKNOWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
