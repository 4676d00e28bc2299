package aftermath.incident;

import java.util.Locale;

/** What can happen to a message, whoever delivers it. */
public enum NoticeEventType {
  SENT,
  DELIVERED,
  /** Not yet, and the provider goes on trying. */
  DELAYED,
  /** The provider gave up; the same address may do another time. */
  SOFT_BOUNCED,
  /** It will never arrive at this address. */
  HARD_BOUNCED,
  /** The provider did not try, because the address failed or complained before. */
  SUPPRESSED,
  /** The provider refused the message, whoever it was for. */
  REJECTED,
  COMPLAINED,
  OPENED,
  /** Opened by a program that fetches pictures ahead: nobody need have seen it. */
  MACHINE_OPENED,
  CLICKED,
  UNSUBSCRIBED,
  /** Known, and it moves nothing: printed, queued, answered by a machine. */
  NOTED,
  /** Kept and counted. It moves nothing either, but nobody knows what it means. */
  UNKNOWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
