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
    /**
     * The same for somebody who has an earlier number exactly, and is given which way it has moved:
     * a change of few is protected by not telling the number now.
     *
     * @param change what is asked for the change
     */
    Verdict after(long before, long now, Verdict change) {
      boolean isUp = now >= before;
      var told =
          isUp
              ? new Interval(Math.max(known.low(), before), known.high())
              : new Interval(known.low(), Math.min(known.high(), before));
      boolean isFew = change.lower() > 0 || change.upper() > 0;
      double below = Math.max(lower, isUp ? change.lower() : change.upper());
      double above = Math.max(upper, isUp ? change.upper() : change.lower());
      return new Verdict(
          isLeftOut || isFew,
          isLeftOut || !isFew ? status : "D",
          Math.max(0, Math.min(below, now - told.low())),
          Math.max(0, Math.min(above, told.high() - now)),
          told);
    }

    /**
     * The same for somebody who also sees that a number which was told is left out now, and takes
     * that for a sign that few came in between.
     *
     * @param few a change of more is not left out for its own sake
     */
    Verdict seenToMove(long before, long now, long few) {
      if (now == before || Math.abs(now - before) > few) {
        return this;
      }
      var told =
          now > before
              ? new Interval(
                  Math.max(known.low(), before + 1.0),
                  Math.min(known.high(), before + (double) few))
              : new Interval(
                  Math.max(known.low(), before - (double) few),
                  Math.min(known.high(), before - 1.0));
      return new Verdict(
          isLeftOut,
          status,
          Math.max(0, Math.min(lower, now - told.low())),
          Math.max(0, Math.min(upper, told.high() - now)),
          told);
    }

    /** Nothing is asked for it, and nothing is told of it. */
    static final Verdict NOTHING = new Verdict(false, "", 0, 0, Interval.NOT_NEGATIVE);
  }

  /** Of a number in a table. */
  Verdict inTable(CellKey key, Sum sum);

  /** A change of more people is not sensitive. */
  long few();

  /** Of a number of people that follows from tables and stands in none. */
  Verdict derived(Sum sum);
}
