package aftermath.functions;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Makes values alike that look alike: control and invisible characters go, white space of all kinds
 * becomes one blank, typographic apostrophes and hyphens become plain ones, letters are composed
 * (Unicode NFC), and, where case means nothing, are in upper case.
 *
 * <p>Upper case is that of {@link Locale#ROOT}: on a Turkish machine an i is not to become İ, and ß
 * becomes SS, as it is written in passports.
 */
final class Folding {

  /** Composition and upper case settle at once in all but odd values. */
  private static final int MOST_ROUNDS = 4;

  enum Case {
    UPPER,
    KEPT
  }

  private Folding() {}

  /** The folded value; null if nothing is left. */
  static UTF8String folded(UTF8String value, Case letters) {
    int length = value.numBytes();
    boolean changes = false;
    byte before = ' ';
    for (int at = 0; at < length; at++) {
      byte letter = value.getByte(at);
      if (letter < 0) {
        return foldedUnicode(value.toString(), letters);
      }
      changes |= plain(letter, letters) != letter || (letter == ' ' && before == ' ');
      before = letter;
    }
    if (length == 0) {
      return null;
    }
    return changes || before == ' ' ? foldedAscii(value, letters) : value;
  }

  private static UTF8String foldedAscii(UTF8String value, Case letters) {
    byte[] folded = new byte[value.numBytes()];
    int count = 0;
    for (int at = 0; at < value.numBytes(); at++) {
      byte letter = plain(value.getByte(at), letters);
      if (letter == 0 || (letter == ' ' && (count == 0 || folded[count - 1] == ' '))) {
        continue;
      }
      folded[count++] = letter;
    }
    if (count > 0 && folded[count - 1] == ' ') {
      count--;
    }
    return count == 0 ? null : UTF8String.fromBytes(folded, 0, count);
  }

  /** What an ASCII character becomes; 0 if it goes. */
  private static byte plain(byte letter, Case letters) {
    if (letter >= 'a' && letter <= 'z') {
      return letters == Case.UPPER ? (byte) (letter - ('a' - 'A')) : letter;
    }
    if (letter > ' ' && letter < 0x7F) {
      return letter == '`' ? (byte) '\'' : letter;
    }
    return letter == ' ' || (letter >= '\t' && letter <= '\r') ? (byte) ' ' : 0;
  }

  private static UTF8String foldedUnicode(String value, Case letters) {
    String folded = once(value, letters);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String again = once(folded, letters);
      if (again.equals(folded)) {
        return folded.isEmpty() ? null : UTF8String.fromString(folded);
      }
      folded = again;
    }
    return null;
  }

  private static String once(String value, Case letters) {
    String composed = Normalizer.normalize(value, Form.NFC);
    String cased = letters == Case.UPPER ? composed.toUpperCase(Locale.ROOT) : composed;
    StringBuilder folded = new StringBuilder(cased.length());
    cased.codePoints().map(Folding::plain).forEach(letter -> append(folded, letter));
    int end = folded.length();
    if (end > 0 && folded.charAt(end - 1) == ' ') {
      folded.setLength(end - 1);
    }
    return Normalizer.normalize(folded, Form.NFC);
  }

  private static void append(StringBuilder folded, int letter) {
    int end = folded.length();
    if (letter == 0 || (letter == ' ' && (end == 0 || folded.charAt(end - 1) == ' '))) {
      return;
    }
    folded.appendCodePoint(letter);
  }

  /** What a character becomes; 0 if it goes. */
  private static int plain(int letter) {
    return switch (letter) {
      case '\u2018',
          '\u2019',
          '\u201A',
          '\u201B',
          '\u02B9',
          '\u02BB',
          '\u02BC',
          '\u02BD',
          '\u2032' ->
          '\'';
      case '\u00B4', '\u0060', '\uFF07' -> '\'';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      case '\uFE58', '\uFE63', '\uFF0D' -> '-';
      case '\t', '\n', '\u000B', '\f', '\r', '\u0085' -> ' ';
      default ->
          switch (Character.getType(letter)) {
            case Character.SPACE_SEPARATOR,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR ->
                ' ';
            // Zero-width spaces, soft hyphens and byte order marks cannot be seen and only part
            // what belongs together.
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED ->
                0;
            default -> letter;
          };
    };
  }
}
