package aftermath.matching;

/**
 * How two records agree on all attributes at once: three bits per comparison, the first one lowest.
 * Millions of pairs have a few thousand different patterns, so that training looks at patterns.
 */
public final class Pattern {
  public static final int BITS = 3;
  private static final int MASK = (1 << BITS) - 1;

  /** Comparisons that fit in the 63 bits of a positive number. */
  public static final int MOST_COMPARISONS = 21;

  private Pattern() {}

  public static Agreement agreement(long pattern, int comparison) {
    return Agreement.of(number(pattern, comparison));
  }

  static int number(long pattern, int comparison) {
    return (int) (pattern >>> BITS * comparison) & MASK;
  }

  /** The pattern that says nothing but that one comparison agrees exactly. */
  public static long exactOn(int comparison) {
    return with(0, comparison, Agreement.EXACT);
  }

  static long with(long pattern, int comparison, Agreement agreement) {
    int shift = BITS * comparison;
    return pattern & ~((long) MASK << shift) | (long) agreement.ordinal() << shift;
  }
}
