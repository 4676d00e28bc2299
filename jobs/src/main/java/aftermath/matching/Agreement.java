package aftermath.matching;

/**
 * How far two values of one attribute agree, in grades that every kind of attribute understands in
 * its own way. A grade's number is its place here; three bits of a {@link Pattern} hold it.
 */
public enum Agreement {
  /** One of the two is not there: no evidence either way. */
  ABSENT,
  EXACT,
  /** As one slip of the hand would leave it. */
  CLOSE,
  /** As two slips, a short form or another way to write it would. */
  NEAR,
  /** More alike than strangers usually are. */
  FAR,
  DIFFERENT,
  /** Two attributes hold each other's values, as when the columns were mixed up. */
  SWAPPED;

  private static final Agreement[] BY_NUMBER = values();

  /** Grades that fit in a pattern's three bits. */
  public static final int COUNT = 1 << Pattern.BITS;

  static Agreement of(int number) {
    return BY_NUMBER[number];
  }
}
