package aftermath.functions;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Words near a number that say what it is. */
final class ContextWords {

  /** About one line before the number, and half a line after it. */
  private static final int REACH_BEFORE = 48;

  private static final int REACH_AFTER = 24;

  private final byte[][] words;

  /** Words in lower case. */
  ContextWords(String... words) {
    this.words =
        Stream.of(words)
            .map(word -> word.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
  }

  /** Whether one of the words stands near the number between two places. */
  boolean areNear(byte[] text, int start, int end) {
    return areIn(text, start - REACH_BEFORE, start) || areIn(text, end, end + REACH_AFTER);
  }

  private boolean areIn(byte[] text, int from, int to) {
    int last = Math.min(to, text.length);
    for (int at = Math.max(from, 0); at < last; at++) {
      for (byte[] word : words) {
        if (startsWith(text, at, word) && (at == 0 || !isLetter(text[at - 1]))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the lower-case word stands at a place of the text, in any case. */
  static boolean startsWith(byte[] text, int at, byte[] word) {
    if (at + word.length > text.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (lower(text[at + i]) != word[i]) {
        return false;
      }
    }
    return true;
  }

  static boolean isLetter(byte letter) {
    byte lower = lower(letter);
    return lower >= 'a' && lower <= 'z';
  }

  private static byte lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? (byte) (letter + ('a' - 'A')) : letter;
  }
}
