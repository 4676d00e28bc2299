package aftermath.matching;

/**
 * Which letters two texts have in common, at the price of reading both once. It bounds what dearer
 * comparisons can come to, and most pairs of texts are strangers that need no more.
 */
final class Letters {
  private Letters() {}

  /** How many of the first letters of a text the other has anywhere, or more. */
  static int found(char[] text, int length, char[] other) {
    // A letter is a bit, and a few share one.
    long letters = 0;
    for (char letter : other) {
      letters |= 1L << letter;
    }
    int found = 0;
    for (int at = 0; at < length; at++) {
      found += (int) (letters >>> text[at]) & 1;
    }
    return found;
  }
}
