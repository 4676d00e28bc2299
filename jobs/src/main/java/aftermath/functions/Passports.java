package aftermath.functions;

/**
 * Passport numbers: seven to nine letters and digits, six of them digits at least, near the word
 * passport; or the first line of the machine-readable zone, {@code P<AUSCITIZEN<<JANE<<<} (ICAO Doc
 * 9303, part 4). Without either a passport's number looks like any other key, an Australian one
 * like a letter before a telephone number.
 */
final class Passports {

  private static final ContextWords WORDS = new ContextWords("passport");
  private static final int SHORTEST = 7;
  private static final int LONGEST = 9;
  private static final int FEWEST_DIGITS = 6;

  /** Of the 44 characters of the line, some may be cut off. */
  private static final int SHORTEST_LINE = 30;

  private Passports() {}

  static boolean isIn(byte[] text) {
    int start = 0;
    while (start < text.length) {
      if (!isLetterOrDigit(text[start])) {
        start++;
        continue;
      }
      int end = start;
      int digits = 0;
      while (end < text.length && isLetterOrDigit(text[end])) {
        digits += text[end] <= '9' ? 1 : 0;
        end++;
      }
      boolean looksLikeOne =
          end - start >= SHORTEST && end - start <= LONGEST && digits >= FEWEST_DIGITS;
      if (looksLikeOne && WORDS.areNear(text, start, end)) {
        return true;
      }
      if (end - start == 1 && text[start] == 'P' && isMachineReadable(text, start)) {
        return true;
      }
      start = end;
    }
    return false;
  }

  /** P, a filler, the three letters of the issuer, and a name with fillers. */
  private static boolean isMachineReadable(byte[] text, int start) {
    int end = start;
    boolean partsNames = false;
    while (end < text.length && (text[end] == '<' || (text[end] >= 'A' && text[end] <= 'Z'))) {
      partsNames |= end > start + 4 && text[end] == '<' && text[end - 1] == '<';
      end++;
    }
    return end - start >= SHORTEST_LINE && text[start + 1] == '<' && partsNames;
  }

  private static boolean isLetterOrDigit(byte letter) {
    return (letter >= '0' && letter <= '9') || ContextWords.isLetter(letter);
  }
}
