package aftermath.present.dashboard;

import aftermath.incident.DisclosurePolicy;

/** Which counts are shown to the incident room and must not leave it. */
record Publication(DisclosurePolicy policy) {
  /** Stands behind a count that is not for publication. */
  static final String MARK = "†";

  /** The count, marked if it is too small to go out. */
  String count(long number) {
    return Words.count(number) + mark(number);
  }

  String change(long number) {
    return Words.change(number) + mark(number);
  }

  /** A count, and what is counted. */
  String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  private String mark(long number) {
    boolean isSmall = Math.abs(number) < policy.minimumFrequency();
    return isSmall && (number != 0 || policy.zerosAreProtected()) ? MARK : "";
  }
}
