package aftermath.functions;

/**
 * Australian tax file numbers of nine digits: the sum of the digits weighted by 1, 4, 3, 7, 5, 8,
 * 6, 9, 10 is divisible by eleven (Australian Taxation Office, tax file number algorithm). They
 * count if grouped as {@code 123 456 782} or near a word that says what they are; a bare number of
 * nine digits passes the check by chance once in eleven times.
 */
final class TaxFileNumbers {

  static final int DIGITS = 9;

  private static final int[] WEIGHTS = {1, 4, 3, 7, 5, 8, 6, 9, 10};
  private static final int MODULUS = 11;
  private static final ContextWords WORDS = new ContextWords("tfn", "tax file", "taxfile");

  private TaxFileNumbers() {}

  static boolean isIn(byte[] text) {
    DigitGroups run = new DigitGroups(text);
    while (run.advance()) {
      boolean isGrouped = run.count() == 3 && run.hasLengths(0, 3, 3, 3);
      boolean isBlock = run.count() == 1 && run.length(0) == DIGITS;
      if ((isGrouped || (isBlock && WORDS.areNear(text, run.start(), run.end())))
          && isTaxFileNumber(run.digits(0, run.count()))) {
        return true;
      }
    }
    return false;
  }

  static boolean isTaxFileNumber(byte[] digits) {
    int sum = 0;
    for (int at = 0; at < DIGITS; at++) {
      sum += digits[at] * WEIGHTS[at];
    }
    return sum > 0 && sum % MODULUS == 0;
  }
}
