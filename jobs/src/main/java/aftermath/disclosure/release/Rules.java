package aftermath.disclosure.release;

import aftermath.disclosure.Interval;

/** What is asked for a number, and what its reader is told instead of it. */
interface Rules {

  /**
   * What is asked.
   *
   * @param isLeftOut whether the number itself does not go out
   * @param status SDMX's CONF_STATUS: A, O, T or M if it is left out by a rule, D of what may be
   *     left out to protect others
   * @param lower protection level below
   * @param upper protection level above
   * @param known what goes out in its place tells so much of it
   */
  record Verdict(boolean isLeftOut, String status, double lower, double upper, Interval known) {
    /** Nothing is asked for it, and nothing is told of it. */
    static final Verdict NOTHING = new Verdict(false, "", 0, 0, Interval.NOT_NEGATIVE);
  }

  /** Of a number in a table. */
  Verdict inTable(CellKey key, Sum sum);

  /** Of a number of people that follows from tables and stands in none. */
  Verdict derived(Sum sum);
}
