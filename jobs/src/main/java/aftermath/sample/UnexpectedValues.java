package aftermath.sample;

import java.util.List;
import java.util.Set;

/** Values that detectors must find, with right check digits, and near misses that they must not. */
final class UnexpectedValues {
  private static final List<String> TEST_CARDS =
      List.of("411111111111", "555555555555", "400000000000", "510510510510", "222300312200");
  private static final String[] WORDS =
      Resources.lines("words-for-passwords.txt").get(0).split(", ");
  private static final Set<String> KINDS =
      Set.of(
          "payment_card",
          "iban",
          "tax_file_number",
          "medicare_number",
          "passport",
          "password",
          "near_miss");

  private UnexpectedValues() {}

  static Set<String> kinds() {
    return KINDS;
  }

  static String of(String kind, long bits) {
    long more = Randomness.mix(bits + 1);
    boolean spaced = (bits & 1) == 0;
    return switch (kind) {
      case "payment_card" -> {
        String card = CheckDigits.card(cardDigits(more));
        yield spaced ? grouped(card, 4) : card;
      }
      case "near_miss" -> CheckDigits.wrongCard(cardDigits(more));
      case "iban" -> {
        String iban = iban(more);
        yield spaced ? grouped(iban, 4) : iban;
      }
      case "tax_file_number" -> {
        String number = CheckDigits.taxFileNumber(more);
        yield spaced ? grouped(number, 3) : number;
      }
      case "medicare_number" -> {
        String number = CheckDigits.medicare(more);
        yield spaced
            ? number.substring(0, 4) + " " + number.substring(4, 9) + " " + number.substring(9)
            : number;
      }
      case "passport" -> (spaced ? "N" : "PA") + CheckDigits.digits(more, 7);
      case "password" ->
          word(more) + "-" + CheckDigits.digits(more, 2) + "-" + word(Randomness.mix(more));
      default -> throw new IllegalArgumentException("Nobody can make a " + kind + ".");
    };
  }

  private static String cardDigits(long bits) {
    return TEST_CARDS.get(Randomness.below(bits, TEST_CARDS.size()))
        + CheckDigits.digits(Randomness.mix(bits + 2), 3);
  }

  private static String iban(long bits) {
    for (long draw = bits; ; draw = Randomness.mix(draw + 1)) {
      String digits = CheckDigits.digits(draw, 23);
      String iban =
          switch (Randomness.below(bits, 3)) {
            case 0 -> CheckDigits.iban("DE", digits.substring(0, 18));
            case 1 -> CheckDigits.iban("GB", "WEST" + digits.substring(0, 14));
            default -> CheckDigits.iban("FR", digits);
          };
      if (!looksLikeACardSomewhere(iban)) {
        return iban;
      }
    }
  }

  /** An account number that also passes for a card would make the truth ambiguous. */
  private static boolean looksLikeACardSomewhere(String text) {
    for (int from = 0; from < text.length(); from++) {
      for (int to = from + 13; to <= Math.min(text.length(), from + 19); to++) {
        String part = text.substring(from, to);
        if (part.chars().allMatch(Character::isDigit)
            && part.endsWith(
                Integer.toString(CheckDigits.luhn(part.substring(0, part.length() - 1))))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String word(long bits) {
    return WORDS[Randomness.below(bits, WORDS.length)];
  }

  private static String grouped(String text, int size) {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < text.length(); i += size) {
      if (i > 0) {
        grouped.append(' ');
      }
      grouped.append(text, i, Math.min(text.length(), i + size));
    }
    return grouped.toString();
  }
}
