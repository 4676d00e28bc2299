package aftermath.incident;

import java.util.Locale;

/** What people can do once they have heard of it. */
public enum ResponseEventType {
  /** Somebody asked for help and a clerk answered. */
  ANSWERED,
  /** Somebody asked for help and gave up before a clerk answered. */
  ABANDONED,
  /** Somebody took up the protection of identity that they were offered. */
  ENROLLED,
  PASSWORD_RESET,
  /** The second factor of signing in was set anew. */
  MFA_RESET,
  /** Known, and it is nobody's response: a test call, a call back, an invitation sent. */
  NOTED,
  /** Kept and counted apart: nobody knows what it means. */
  UNKNOWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
