package aftermath.functions;

/**
 * Numbers of payment cards: the length and the first digits of a known scheme (ISO/IEC 7812), the
 * check digit of Luhn, and digits in one block or grouped as cards are printed. At least all that
 * commons-validator's {@code CreditCardValidator} takes for a card of these schemes is found, which
 * a test checks.
 */
final class PaymentCards {

  static final int SHORTEST = 13;

  /** How numbers of 16, 15, 14 and 19 digits are printed. */
  private static final int[][] GROUPINGS = {{4, 4, 4, 4}, {4, 6, 5}, {4, 6, 4}, {4, 4, 4, 4, 3}};

  private PaymentCards() {}

  static boolean isIn(byte[] text) {
    DigitGroups run = new DigitGroups(text);
    while (run.advance()) {
      for (int group = 0; group < run.count(); group++) {
        if (run.length(group) >= SHORTEST && isCard(run.digits(group, 1))) {
          return true;
        }
        for (int[] grouping : GROUPINGS) {
          if (run.hasLengths(group, grouping) && isCard(run.digits(group, grouping.length))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  static boolean isCard(byte[] digits) {
    return isOfScheme(digits) && hasLuhnDigit(digits);
  }

  private static boolean isOfScheme(byte[] digits) {
    int length = digits.length;
    if (length < SHORTEST || length > 19) {
      return false;
    }
    int first4 = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
    int first2 = first4 / 100;
    return switch (digits[0]) {
      case 4 -> length == 13 || length == 16 || length == 19; // Visa
      case 5 -> length == 16 && first2 >= 51 && first2 <= 55; // Mastercard
      case 2 -> length == 16 && first4 >= 2221 && first4 <= 2720; // Mastercard since 2017
      case 3 ->
          (length == 15 && (first2 == 34 || first2 == 37)) // American Express
              || (length == 14
                  && (first2 == 36
                      || first2 == 38
                      || first2 == 39
                      || first4 == 3095
                      || (first4 >= 3000 && first4 <= 3059))) // Diners Club
              || (length == 16 && first4 >= 3528 && first4 <= 3589); // JCB
      case 6 ->
          length >= 16
              && (first4 == 6011
                  || first2 == 65
                  || (first4 >= 6440 && first4 <= 6499) // Discover
                  || first2 == 62); // UnionPay
      default -> false;
    };
  }

  /** The Luhn algorithm: ISO/IEC 7812-1, annex B. */
  private static boolean hasLuhnDigit(byte[] digits) {
    int sum = 0;
    for (int at = 0; at < digits.length; at++) {
      int digit = digits[digits.length - 1 - at];
      int weighted = at % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
