package aftermath.functions;

import org.apache.commons.validator.routines.IBANValidator;

/**
 * International bank account numbers (ISO 13616): a country code, two check digits and the length
 * and layout of that country, as commons-validator knows them, with or without single blanks.
 */
final class Ibans {

  /** Two check digits and the fewest digits of any country's account numbers. */
  static final int FEWEST_DIGITS = 10;

  private static final int LONGEST = 34;
  private static final IBANValidator VALIDATOR = IBANValidator.getInstance();

  private Ibans() {}

  static boolean isIn(byte[] text) {
    for (int at = 0; at + FEWEST_DIGITS < text.length; at++) {
      if (startsLikeOne(text, at) && isIban(compacted(text, at))) {
        return true;
      }
    }
    return false;
  }

  /** Two letters and two digits that do not continue a word. */
  private static boolean startsLikeOne(byte[] text, int at) {
    return ContextWords.isLetter(text[at])
        && ContextWords.isLetter(text[at + 1])
        && isDigit(text[at + 2])
        && isDigit(text[at + 3])
        && (at == 0 || !isLetterOrDigit(text[at - 1]));
  }

  /**
   * The letters and digits from here on, in upper case. A word after an account number cannot be
   * told from a part of it by looks; the country's length tells.
   */
  private static String compacted(byte[] text, int start) {
    StringBuilder compact = new StringBuilder(LONGEST);
    int length = -1;
    for (int at = start; at < text.length; at++) {
      byte letter = text[at];
      if (isLetterOrDigit(letter)) {
        if (compact.length() == length) {
          // The number would be followed by more of the same word unless a blank is between.
          return isLetterOrDigit(text[at - 1]) ? "" : compact.toString();
        }
        compact.append(Character.toUpperCase((char) letter));
        if (compact.length() == 4) {
          IBANValidator.Validator country = VALIDATOR.getValidator(compact.toString());
          if (country == null) {
            return "";
          }
          length = country.getIbanLength();
        }
      } else if (letter != ' ' || !isLetterOrDigit(text[at - 1])) {
        break;
      }
    }
    return compact.toString();
  }

  private static boolean isIban(String compact) {
    return compact.length() > FEWEST_DIGITS && VALIDATOR.isValid(compact);
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isLetterOrDigit(byte letter) {
    return isDigit(letter) || ContextWords.isLetter(letter);
  }
}
