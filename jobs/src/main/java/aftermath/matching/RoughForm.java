package aftermath.matching;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What is left of a name or an address after most slips of the hand: its consonants in alphabetical
 * order, each once, and its digits. Exchanged neighbours, doubled letters and wrong vowels do not
 * change it, so that records meet under it which agree on nothing to the letter.
 */
public final class RoughForm {
  /** What has fewer signs is shared by too many. */
  private static final int FEWEST_SIGNS = 2;

  private static final String VOWELS = "AEIOU";

  /** The letters from A to Z that are no vowels, as bits. */
  private static final int CONSONANTS = consonants();

  private RoughForm() {}

  private static int consonants() {
    int consonants = (1 << 26) - 1;
    for (char vowel : VOWELS.toCharArray()) {
      consonants &= ~(1 << vowel - 'A');
    }
    return consonants;
  }

  /**
   * The rough form, of an e-mail address that of the part before the at sign; null if too little is
   * left.
   */
  public static String of(String value) {
    return of(value.toCharArray());
  }

  static String of(char[] value) {
    var form = new StringBuilder(value.length);
    int letters = 0;
    for (char sign : value) {
      if (sign == '@') {
        break;
      }
      if (sign >= 0x80) {
        return ofForeign(new String(value));
      }
      if (sign >= '0' && sign <= '9') {
        form.append(sign);
      } else if ((sign | 0x20) >= 'a' && (sign | 0x20) <= 'z') {
        letters |= 1 << (sign | 0x20) - 'a';
      }
    }
    for (int left = letters & CONSONANTS; left != 0; left &= left - 1) {
      form.append((char) ('A' + Integer.numberOfTrailingZeros(left)));
    }
    return enough(form);
  }

  /** The same of letters beyond A to Z. */
  private static String ofForeign(String value) {
    int at = value.indexOf('@');
    String told = (at >= 0 ? value.substring(0, at) : value).toUpperCase(Locale.ROOT);
    var letters = new StringBuilder();
    var form = new StringBuilder();
    Normalizer.normalize(told, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .chars()
        .filter(sign -> VOWELS.indexOf(sign) < 0)
        .forEach(
            sign -> {
              if (Character.isDigit(sign)) {
                form.append((char) sign);
              } else if (Character.isLetter(sign)) {
                letters.append((char) sign);
              }
            });
    letters.chars().sorted().distinct().forEach(letter -> form.append((char) letter));
    return enough(form);
  }

  private static String enough(StringBuilder form) {
    return form.length() < FEWEST_SIGNS ? null : form.toString();
  }
}
