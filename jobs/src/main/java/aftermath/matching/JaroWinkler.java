package aftermath.matching;

/**
 * Similarity of two short texts, from 0 to 1: Jaro's measure (1989) raised for a common beginning
 * of up to four letters (Winkler, 1990, with the usual scale of 0.1). Which letters are matched is
 * kept in two machine words, so that nothing is allocated; of longer texts the first 64 letters
 * count.
 */
final class JaroWinkler {
  private static final int LONGEST = 64;
  private static final int LONGEST_BEGINNING = 4;
  private static final double SCALE = 0.1;

  private JaroWinkler() {}

  static double similarity(char[] one, char[] other) {
    int length = Math.min(one.length, LONGEST);
    int otherLength = Math.min(other.length, LONGEST);
    int reach = Math.max(0, Math.max(length, otherLength) / 2 - 1);
    long matched = 0;
    long otherMatched = 0;
    for (int at = 0; at < length; at++) {
      int last = Math.min(otherLength - 1, at + reach);
      for (int there = Math.max(0, at - reach); there <= last; there++) {
        if (one[at] == other[there] && (otherMatched & 1L << there) == 0) {
          matched |= 1L << at;
          otherMatched |= 1L << there;
          break;
        }
      }
    }
    if (matched == 0) {
      return 0;
    }
    double matches = Long.bitCount(matched);
    double swaps = outOfOrder(one, matched, other, otherMatched) / 2.0;
    double jaro = (matches / length + matches / otherLength + (matches - swaps) / matches) / 3;
    return jaro + SCALE * commonBeginning(one, length, other, otherLength) * (1 - jaro);
  }

  /**
   * What the similarity cannot exceed, at the price of reading both once: letters that the other
   * text does not have at all are not matched. Most pairs of texts are strangers, and need no more.
   */
  static double most(char[] one, char[] other) {
    int length = Math.min(one.length, LONGEST);
    int otherLength = Math.min(other.length, LONGEST);
    int matches =
        Math.min(Letters.found(one, length, other), Letters.found(other, otherLength, one));
    if (matches == 0) {
      return 0;
    }
    double jaro = ((double) matches / length + (double) matches / otherLength + 1) / 3;
    return jaro + SCALE * commonBeginning(one, length, other, otherLength) * (1 - jaro);
  }

  private static int outOfOrder(char[] one, long matched, char[] other, long otherMatched) {
    int count = 0;
    long left = matched;
    long otherLeft = otherMatched;
    while (left != 0) {
      char letter = one[Long.numberOfTrailingZeros(left)];
      if (letter != other[Long.numberOfTrailingZeros(otherLeft)]) {
        count++;
      }
      left &= left - 1;
      otherLeft &= otherLeft - 1;
    }
    return count;
  }

  private static int commonBeginning(char[] one, int length, char[] other, int otherLength) {
    int most = Math.min(LONGEST_BEGINNING, Math.min(length, otherLength));
    int common = 0;
    while (common < most && one[common] == other[common]) {
      common++;
    }
    return common;
  }
}
