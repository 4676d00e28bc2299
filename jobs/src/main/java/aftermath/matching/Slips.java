package aftermath.matching;

/**
 * Whether two texts are a few slips apart: a letter too many, too few, wrong, or two neighbours
 * exchanged (optimal string alignment distance). Asking for a bound instead of the distance costs a
 * walk along the text and no memory.
 */
final class Slips {
  private Slips() {}

  /** True if {@code most} slips or fewer make one text of the other. */
  static boolean atMost(int most, char[] one, char[] other) {
    // A letter that the other text does not have at all takes a slip of its own.
    return Math.abs(one.length - other.length) <= most
        && one.length - Letters.found(one, one.length, other) <= most
        && other.length - Letters.found(other, other.length, one) <= most
        && atMost(most, one, 0, one.length, other, 0, other.length);
  }

  /** The same of two stretches, each from its start up to its end. */
  static boolean atMost(
      int most, char[] one, int start, int end, char[] other, int otherStart, int otherEnd) {
    if (Math.abs((end - start) - (otherEnd - otherStart)) > most) {
      return false;
    }
    int at = start;
    int there = otherStart;
    while (at < end && there < otherEnd && one[at] == other[there]) {
      at++;
      there++;
    }
    if (at == end || there == otherEnd) {
      return end - at + otherEnd - there <= most;
    }
    if (most == 0) {
      return false;
    }
    return atMost(most - 1, one, at + 1, end, other, there + 1, otherEnd)
        || atMost(most - 1, one, at + 1, end, other, there, otherEnd)
        || atMost(most - 1, one, at, end, other, there + 1, otherEnd)
        || (areExchanged(one, at, end, other, there, otherEnd)
            && atMost(most - 1, one, at + 2, end, other, there + 2, otherEnd));
  }

  private static boolean areExchanged(
      char[] one, int at, int end, char[] other, int there, int otherEnd) {
    return at + 1 < end
        && there + 1 < otherEnd
        && one[at] == other[there + 1]
        && one[at + 1] == other[there];
  }
}
