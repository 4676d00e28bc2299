package aftermath.functions;

/**
 * Numbers of Australian Medicare cards: the first digit is 2 to 6; the ninth is the sum of the
 * first eight weighted by 1, 3, 7, 9, 1, 3, 7, 9, modulo ten; the tenth is the issue and an
 * eleventh the person on the card. They count if grouped as on the card, {@code 2123 45670 1}, or
 * near a word that says what they are.
 */
final class MedicareNumbers {

  static final int DIGITS = 10;

  private static final int[] WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9};
  private static final int[][] GROUPINGS = {{4, 5, 1}, {4, 5, 1, 1}, {4, 5, 2}};
  private static final ContextWords WORDS = new ContextWords("medicare");

  private MedicareNumbers() {}

  static boolean isIn(byte[] text) {
    DigitGroups run = new DigitGroups(text);
    while (run.advance()) {
      if ((isGrouped(run) || (isBlock(run) && WORDS.areNear(text, run.start(), run.end())))
          && isMedicareNumber(run.digits(0, run.count()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGrouped(DigitGroups run) {
    for (int[] grouping : GROUPINGS) {
      if (run.count() == grouping.length && run.hasLengths(0, grouping)) {
        return true;
      }
    }
    return false;
  }

  /** Ten or eleven digits, the last one perhaps set off by a hyphen or a slash. */
  private static boolean isBlock(DigitGroups run) {
    boolean isWhole = run.length(0) == DIGITS || run.length(0) == DIGITS + 1;
    return (run.count() == 1 && isWhole) || (run.count() == 2 && run.hasLengths(0, DIGITS, 1));
  }

  static boolean isMedicareNumber(byte[] digits) {
    int sum = 0;
    for (int at = 0; at < WEIGHTS.length; at++) {
      sum += digits[at] * WEIGHTS[at];
    }
    return digits[0] >= 2 && digits[0] <= 6 && digits[8] == sum % 10 && digits[9] != 0;
  }
}
