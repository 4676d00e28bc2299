package aftermath.run;

import aftermath.intake.Listing;

/**
 * Says when something has arrived: the files are others than those that were looked at last, and
 * have lain unchanged from one look to the next. Half of a file that is still being copied is thus
 * not taken for a delivery.
 */
final class Arrivals {
  private Listing taken;
  private Listing before;

  /**
   * @param taken the files that a run has seen
   */
  Arrivals(Listing taken) {
    this.taken = taken;
    this.before = taken;
  }

  /** True if these files are to be taken in now. */
  boolean haveSettled(Listing now) {
    boolean isSettled = now.equals(before) && !now.equals(taken);
    before = now;
    return isSettled;
  }

  /** These files have been seen by a run. */
  void taken(Listing seen) {
    taken = seen;
  }
}
