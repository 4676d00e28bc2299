package aftermath.functions;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Values that are written down where nothing is known. They are recognised after standardising, so
 * that {@code "n/a "} and {@code "N/A"} are one word, and so that standardising twice changes
 * nothing.
 *
 * <p>A word that is also a real value is kept unless the incident lists it. People are called Null,
 * Na, None, Nil and Test; NA is the country code of Namibia; NONE is a meal preference. A column in
 * which such a word stands for nothing says so in the incident file, where a column can be looked
 * at before it is decided.
 */
final class Placeholders {

  /** Words that mean nothing in any column of words. */
  private static final List<String> ANYWHERE =
      List.of(
          "N/A",
          "N.A",
          "#N/A",
          "(NULL)",
          "<NULL>",
          "\\N",
          "NOT APPLICABLE",
          "NOT AVAILABLE",
          "NOT KNOWN",
          "NOT PROVIDED",
          "NOT SPECIFIED",
          "NOT SUPPLIED",
          "TBA",
          "TBC",
          "TBD",
          "UNDEFINED",
          "UNKNOWN",
          "UNSPECIFIED");

  /** Names of persons: see above for what is not here. */
  static final Words OF_NAMES = words(ANYWHERE);

  /** Words of vocabularies and free text: programs write NULL and NIL for nothing there. */
  static final Words OF_TEXT = words(ANYWHERE, "NULL", "NIL");

  /** Keys lose their punctuation, so that N/A has become NA. */
  static final Words OF_IDENTIFIERS =
      words(
          ANYWHERE,
          "NULL",
          "NIL",
          "NA",
          "N",
          "NONE",
          "NOTAPPLICABLE",
          "NOTAVAILABLE",
          "NOTKNOWN",
          "NOTPROVIDED",
          "NOTSPECIFIED",
          "NOTSUPPLIED");

  private static final int LONGEST_RUN_OF_X_KEPT = 2;

  private Placeholders() {}

  /** Built-in words, by their length, because most values differ in length from all of them. */
  static final class Words {
    private final byte[][][] byLength;

    private Words(List<String> words) {
      int longest = words.stream().mapToInt(String::length).max().orElse(0);
      byLength = new byte[longest + 1][][];
      for (int length = 0; length <= longest; length++) {
        int wanted = length;
        byLength[length] =
            words.stream()
                .filter(word -> word.length() == wanted)
                .map(word -> word.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
      }
    }

    boolean contains(UTF8String value) {
      int length = value.numBytes();
      if (length >= byLength.length) {
        return false;
      }
      for (byte[] word : byLength[length]) {
        if (isSame(value, word, 0, length)) {
          return true;
        }
      }
      return false;
    }
  }

  private static Words words(List<String> common, String... others) {
    return new Words(Stream.concat(common.stream(), Arrays.stream(others)).toList());
  }

  /**
   * The value, or null if it means nothing.
   *
   * @param extra what the incident adds: standardised words in upper case, one a line
   */
  static UTF8String removed(UTF8String value, Words builtIn, UTF8String extra) {
    return value == null || builtIn.contains(value) || isRunOfX(value) || isIn(value, extra)
        ? null
        : value;
  }

  /** As {@link #removed(UTF8String, Words, UTF8String)} where no word can be a value anyway. */
  static UTF8String removed(UTF8String value, UTF8String extra) {
    return value == null || isIn(value, extra) ? null : value;
  }

  /** Whether the value is one of the words, one a line, whatever the case of its ASCII letters. */
  static boolean isIn(UTF8String value, UTF8String words) {
    if (words == null) {
      return false;
    }
    int length = value.numBytes();
    int end = words.numBytes();
    int start = 0;
    for (int at = 0; at <= end; at++) {
      if (at == end || words.getByte(at) == '\n') {
        if (at - start == length && length > 0 && isSame(value, words, start)) {
          return true;
        }
        start = at + 1;
      }
    }
    return false;
  }

  /** Whether a number is one digit repeated, such as 0000000: nobody is given such a number. */
  static boolean isOneDigitRepeated(UTF8String value, int from) {
    byte first = value.getByte(from);
    if (first < '0' || first > '9') {
      return false;
    }
    for (int at = from + 1; at < value.numBytes(); at++) {
      if (value.getByte(at) != first) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRunOfX(UTF8String value) {
    int length = value.numBytes();
    if (length <= LONGEST_RUN_OF_X_KEPT) {
      return false;
    }
    for (int at = 0; at < length; at++) {
      if (upper(value.getByte(at)) != 'X') {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(UTF8String value, byte[] word, int start, int length) {
    for (int at = 0; at < length; at++) {
      if (upper(value.getByte(at)) != word[start + at]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(UTF8String value, UTF8String words, int start) {
    for (int at = 0; at < value.numBytes(); at++) {
      if (upper(value.getByte(at)) != upper(words.getByte(start + at))) {
        return false;
      }
    }
    return true;
  }

  private static byte upper(byte letter) {
    return letter >= 'a' && letter <= 'z' ? (byte) (letter - ('a' - 'A')) : letter;
  }
}
