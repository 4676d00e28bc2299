package aftermath.sample;

/** Numbers that carry a check digit, made so that it is right. */
final class CheckDigits {
  private static final int[] TAX_FILE_WEIGHTS = {1, 4, 3, 7, 5, 8, 6, 9, 10};
  private static final int[] MEDICARE_WEIGHTS = {1, 3, 7, 9, 1, 3, 7, 9};

  private CheckDigits() {}

  /** A card number: the digits followed by the one that satisfies Luhn. */
  static String card(String digits) {
    return digits + luhn(digits);
  }

  /** The same digits with a last one that does not satisfy Luhn. */
  static String wrongCard(String digits) {
    return digits + (luhn(digits) + 1) % 10;
  }

  /** The digit that makes a number satisfy Luhn. */
  static int luhn(String digits) {
    int sum = 0;
    boolean doubled = true;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.charAt(i) - '0';
      int weighed = doubled ? digit * 2 : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
      doubled = !doubled;
    }
    return (10 - sum % 10) % 10;
  }

  /** A bank account number with the two check digits of ISO 13616. */
  static String iban(String country, String account) {
    StringBuilder numeric = new StringBuilder();
    for (char c : (account + country + "00").toCharArray()) {
      numeric.append(
          Character.isLetter(c) ? Integer.toString(c - 'A' + 10) : Character.toString(c));
    }
    int remainder = 0;
    for (int i = 0; i < numeric.length(); i++) {
      remainder = (remainder * 10 + numeric.charAt(i) - '0') % 97;
    }
    int check = 98 - remainder;
    return country + (check < 10 ? "0" : "") + check + account;
  }

  /** An Australian tax file number: nine digits whose weighted sum is divisible by 11. */
  static String taxFileNumber(long bits) {
    for (long draw = bits; ; draw = Randomness.mix(draw + 1)) {
      String digits = digits(draw, 8);
      if (digits.charAt(0) == '0') {
        continue;
      }
      int sum = 0;
      for (int i = 0; i < 8; i++) {
        sum += TAX_FILE_WEIGHTS[i] * (digits.charAt(i) - '0');
      }
      // The last weight is 10, that is -1 modulo 11: the last digit is the sum's own remainder.
      if (sum % 11 < 10) {
        return digits + sum % 11;
      }
    }
  }

  /** An Australian Medicare card number: eight digits, their check digit, and the issue. */
  static String medicare(long bits) {
    String digits = (2 + Randomness.below(Randomness.mix(bits), 5)) + digits(bits, 7);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += MEDICARE_WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return digits + sum % 10 + (1 + Randomness.below(Randomness.mix(bits + 3), 4));
  }

  /** Random digits, so many. */
  static String digits(long bits, int count) {
    StringBuilder digits = new StringBuilder();
    long draw = bits;
    for (int i = 0; i < count; i++) {
      draw = Randomness.mix(draw + 11);
      digits.append(Randomness.below(draw, 10));
    }
    return digits.toString();
  }
}
