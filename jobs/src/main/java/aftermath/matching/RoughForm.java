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

  private RoughForm() {}

  /**
   * The rough form, of an e-mail address that of the part before the at sign; null if too little is
   * left.
   */
  public static String of(String value) {
    int at = value.indexOf('@');
    String told = at >= 0 ? value.substring(0, at) : value;
    var letters = new StringBuilder();
    var digits = new StringBuilder();
    plain(told)
        .chars()
        .filter(sign -> VOWELS.indexOf(sign) < 0)
        .forEach(
            sign -> {
              if (Character.isDigit(sign)) {
                digits.append((char) sign);
              } else if (Character.isLetter(sign)) {
                letters.append((char) sign);
              }
            });
    letters.chars().sorted().distinct().forEach(letter -> digits.append((char) letter));
    return digits.length() < FEWEST_SIGNS ? null : digits.toString();
  }

  /** Upper case without accents. */
  private static String plain(String value) {
    boolean isAscii = value.chars().allMatch(letter -> letter < 0x80);
    String upper = value.toUpperCase(Locale.ROOT);
    return isAscii
        ? upper
        : Normalizer.normalize(upper, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
