package aftermath.functions;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code identifier(value, placeholders)}: letters and digits only, in upper case; full-width and
 * other compatible forms are folded (Unicode NFKC). Leading zeros are kept: they are part of a key.
 *
 * <p>Zeros alone are a placeholder. So is any digit repeated seven times or more, but not less:
 * 2222 is a postcode of Sydney and 44444 one of Ohio.
 */
public final class IdentifierText extends StaticFunction<UTF8String> {

  private static final int SHORTEST_SUSPICIOUS_RUN = 7;

  IdentifierText() {
    super("identifier", DataTypes.StringType, DataTypes.StringType, DataTypes.StringType);
  }

  /** Called by Spark's generated code. */
  public static UTF8String invoke(UTF8String value, UTF8String placeholders) {
    if (value == null) {
      return null;
    }
    UTF8String key = isPlain(value) ? value : lettersAndDigits(value);
    if (key == null || key.numBytes() == 0 || isPlaceholder(key)) {
      return null;
    }
    return Placeholders.removed(key, Placeholders.OF_IDENTIFIERS, placeholders);
  }

  private static boolean isPlaceholder(UTF8String key) {
    return (key.getByte(0) == '0' || key.numBytes() >= SHORTEST_SUSPICIOUS_RUN)
        && Placeholders.isOneDigitRepeated(key, 0);
  }

  private static boolean isPlain(UTF8String value) {
    for (int at = 0; at < value.numBytes(); at++) {
      if (!isKept(value.getByte(at))) {
        return false;
      }
    }
    return true;
  }

  private static UTF8String lettersAndDigits(UTF8String value) {
    byte[] kept = new byte[value.numBytes()];
    int count = 0;
    for (int at = 0; at < value.numBytes(); at++) {
      byte letter = value.getByte(at);
      if (letter < 0) {
        return beyondAscii(value.toString());
      }
      byte upper = letter >= 'a' && letter <= 'z' ? (byte) (letter - ('a' - 'A')) : letter;
      if (isKept(upper)) {
        kept[count++] = upper;
      }
    }
    return UTF8String.fromBytes(kept, 0, count);
  }

  private static boolean isKept(byte letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z');
  }

  private static UTF8String beyondAscii(String value) {
    String key = once(value);
    for (String again = once(key); !again.equals(key); again = once(key)) {
      // Upper case may decompose again; it gets shorter or stays, so that this ends.
      if (again.length() > key.length()) {
        return null;
      }
      key = again;
    }
    return UTF8String.fromString(key);
  }

  private static String once(String value) {
    String upper = Normalizer.normalize(value, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder(upper.length());
    Normalizer.normalize(upper, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
