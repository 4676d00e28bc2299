package aftermath.functions;

import java.util.Arrays;

/**
 * The numbers in a text, as runs of digit groups: {@code 4111 1111-1111 1111} is one run of four
 * groups. Between two groups stands one blank, hyphen or slash; letters, points and underscores
 * next to a run make it a part of something else, such as a decimal number or a hash, and it is
 * left out.
 */
final class DigitGroups {

  /** A run with more groups is a table of figures. */
  private static final int MOST_GROUPS = 16;

  private final byte[] text;
  private final int[] starts = new int[MOST_GROUPS];
  private final int[] ends = new int[MOST_GROUPS];
  private int count;
  private int next;

  DigitGroups(byte[] text) {
    this.text = text;
  }

  /** Moves to the next run; false if there is none. */
  boolean advance() {
    while (next < text.length) {
      if (!isDigit(next)) {
        next++;
        continue;
      }
      boolean isPart = next > 0 && belongsToWord(text[next - 1]);
      readRun();
      if (!isPart && (next >= text.length || !continuesWord())) {
        return true;
      }
    }
    return false;
  }

  private void readRun() {
    count = 0;
    while (true) {
      int start = next;
      while (next < text.length && isDigit(next)) {
        next++;
      }
      if (count < MOST_GROUPS) {
        starts[count] = start;
        ends[count] = next;
        count++;
      }
      boolean goesOn = next + 1 < text.length && isSeparator(text[next]) && isDigit(next + 1);
      if (!goesOn) {
        return;
      }
      next++;
    }
  }

  /** How many groups the run has. */
  int count() {
    return count;
  }

  int length(int group) {
    return ends[group] - starts[group];
  }

  /** Where the run begins in the text. */
  int start() {
    return starts[0];
  }

  /** Where the run ends in the text. */
  int end() {
    return ends[count - 1];
  }

  /** Whether the groups from one on have these lengths. */
  boolean hasLengths(int from, int... lengths) {
    if (from + lengths.length > count) {
      return false;
    }
    for (int at = 0; at < lengths.length; at++) {
      if (length(from + at) != lengths[at]) {
        return false;
      }
    }
    return true;
  }

  /** The digits of some groups, each as a number from 0 to 9. */
  byte[] digits(int from, int groups) {
    byte[] digits = new byte[ends[from + groups - 1] - starts[from]];
    int length = 0;
    for (int at = starts[from]; at < ends[from + groups - 1]; at++) {
      if (isDigit(at)) {
        digits[length++] = (byte) (text[at] - '0');
      }
    }
    return Arrays.copyOf(digits, length);
  }

  private boolean isDigit(int at) {
    return text[at] >= '0' && text[at] <= '9';
  }

  private static boolean isSeparator(byte letter) {
    return letter == ' ' || letter == '-' || letter == '/';
  }

  /** A full stop ends a sentence, but before a digit it is a decimal point. */
  private boolean continuesWord() {
    byte letter = text[next];
    return letter == '.' ? next + 1 < text.length && isDigit(next + 1) : belongsToWord(letter);
  }

  private static boolean belongsToWord(byte letter) {
    return letter == '.'
        || letter == '_'
        || letter == '+'
        || (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z');
  }
}
