package aftermath.functions;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code name(value, placeholders)}: a person's name folded and in upper case, accents kept,
 * without a title in front of it and without punctuation around it. Null if there is no letter in
 * it. So ’t Hooft is T HOOFT on every side of a comparison.
 *
 * <p>A title goes only when something follows it: Miss and Sir alone may be the name.
 */
public final class Name extends StaticFunction<UTF8String> {

  private static final Set<String> TITLES =
      Set.of("MR", "MRS", "MS", "MISS", "MX", "DR", "PROF", "REV", "SIR");
  private static final int LONGEST_TITLE = 4;

  Name() {
    super("name", DataTypes.StringType, DataTypes.StringType, DataTypes.StringType);
  }

  /** Called by Spark's generated code. */
  public static UTF8String invoke(UTF8String value, UTF8String placeholders) {
    if (value == null) {
      return null;
    }
    UTF8String folded = Folding.folded(value, Folding.Case.UPPER);
    if (folded == null) {
      return null;
    }
    UTF8String bare = needsNoStripping(folded) ? folded : stripped(folded.toString());
    return Placeholders.removed(bare, Placeholders.OF_NAMES, placeholders);
  }

  /** One word that starts and ends with an ASCII letter: nothing to strip. */
  private static boolean needsNoStripping(UTF8String folded) {
    int length = folded.numBytes();
    if (!isUpperLetter(folded.getByte(0)) || !isUpperLetter(folded.getByte(length - 1))) {
      return false;
    }
    int longest = Math.min(length, LONGEST_TITLE + 1);
    for (int at = 1; at < longest; at++) {
      byte letter = folded.getByte(at);
      if (letter == ' ' || letter == '.') {
        return !isTitle(folded, at);
      }
    }
    return true;
  }

  private static boolean isTitle(UTF8String folded, int end) {
    byte[] title = new byte[end];
    for (int at = 0; at < end; at++) {
      title[at] = folded.getByte(at);
    }
    return TITLES.contains(new String(title, StandardCharsets.UTF_8));
  }

  private static boolean isUpperLetter(byte letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  private static UTF8String stripped(String folded) {
    String name = withoutPunctuationAround(folded);
    for (String shorter = withoutTitle(name); !shorter.equals(name); ) {
      name = shorter;
      shorter = withoutTitle(name);
    }
    return name.codePoints().anyMatch(Character::isLetter) ? UTF8String.fromString(name) : null;
  }

  private static String withoutTitle(String name) {
    int end = 0;
    while (end < name.length() && name.charAt(end) != ' ' && name.charAt(end) != '.') {
      end++;
    }
    if (end == name.length() || !TITLES.contains(name.substring(0, end))) {
      return name;
    }
    String rest = withoutPunctuationAround(name.substring(end));
    return rest.codePoints().anyMatch(Character::isLetter) ? rest : name;
  }

  private static String withoutPunctuationAround(String name) {
    int start = 0;
    while (start < name.length() && !Character.isLetterOrDigit(name.codePointAt(start))) {
      start += Character.charCount(name.codePointAt(start));
    }
    int end = name.length();
    while (end > start && !endsWord(name.codePointBefore(end))) {
      end -= Character.charCount(name.codePointBefore(end));
    }
    return name.substring(start, end);
  }

  /** Marks belong to the letter before them, as vowels do in Indian scripts. */
  private static boolean endsWord(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> Character.isLetterOrDigit(letter);
    };
  }
}
