package aftermath.present;

/**
 * A value that may be looked at: its first letter, its signs and its length, and nothing else.
 * Enough to tell that there is a value and what it looks like, not whose it is.
 */
public final class Masked {
  private static final int LONGEST = 24;

  private Masked() {}

  /** The mask of a value; a dash where there is none. */
  public static String of(String value) {
    if (value == null) {
      return "–";
    }
    var mask = new StringBuilder();
    int[] letters = value.codePoints().limit(LONGEST).toArray();
    for (int at = 0; at < letters.length; at++) {
      boolean isShown = at == 0 || !Character.isLetterOrDigit(letters[at]);
      mask.appendCodePoint(isShown ? letters[at] : '·');
    }
    return value.codePointCount(0, value.length()) > LONGEST ? mask + "…" : mask.toString();
  }
}
