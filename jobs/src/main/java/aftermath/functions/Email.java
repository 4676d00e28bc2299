package aftermath.functions;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code email(value, placeholders)}: the bare address in lower case, or null if it cannot be one.
 *
 * <p>Dots and tags in the local part are kept. Whether {@code j.doe@} and {@code jdoe+news@} reach
 * the same person is a rule of the provider, differs between providers and changes; merging them
 * here would be a silent guess about people. For the same reason addresses such as {@code noreply@}
 * stay: they are real, several rows may share one, and an incident can list them as placeholders.
 */
public final class Email extends StaticFunction<UTF8String> {

  /** RFC 5321 §4.5.3.1: 64 for the local part, 255 for the domain; a path has 254 in all. */
  private static final int LONGEST = 254;

  private static final String MAILTO = "mailto:";

  Email() {
    super("email", DataTypes.StringType, DataTypes.StringType, DataTypes.StringType);
  }

  /** Called by Spark's generated code. */
  public static UTF8String invoke(UTF8String value, UTF8String placeholders) {
    if (value == null) {
      return null;
    }
    UTF8String address = isPlain(value) ? value : unwrapped(value);
    return address == null || !isAddress(address)
        ? null
        : Placeholders.removed(address, placeholders);
  }

  /** Lower case, digits and the usual marks only. */
  private static boolean isPlain(UTF8String value) {
    for (int at = 0; at < value.numBytes(); at++) {
      byte letter = value.getByte(at);
      boolean usual =
          (letter >= 'a' && letter <= 'z')
              || (letter >= '0' && letter <= '9')
              || letter == '@'
              || letter == '.'
              || letter == '_'
              || letter == '-'
              || letter == '+';
      if (!usual) {
        return false;
      }
    }
    return true;
  }

  private static UTF8String unwrapped(UTF8String value) {
    UTF8String folded = Folding.folded(value, Folding.Case.KEPT);
    if (folded == null) {
      return null;
    }
    if (folded.isFullAscii() && folded.indexOf(OPENING, 0) < 0 && folded.indexOf(COLON, 0) < 0) {
      return folded.toLowerCaseAscii();
    }
    String address = lower(folded.toString());
    int opening = address.lastIndexOf('<');
    int closing = address.indexOf('>', opening + 1);
    if (opening >= 0 && closing > opening) {
      address = address.substring(opening + 1, closing).strip();
    }
    while (address.startsWith(MAILTO)) {
      address = address.substring(MAILTO.length()).strip();
    }
    return UTF8String.fromString(address);
  }

  private static final UTF8String OPENING = UTF8String.fromString("<");
  private static final UTF8String COLON = UTF8String.fromString(":");

  private static String lower(String address) {
    return java.text.Normalizer.normalize(
        address.toLowerCase(java.util.Locale.ROOT), java.text.Normalizer.Form.NFC);
  }

  private static boolean isAddress(UTF8String address) {
    int length = address.numBytes();
    if (length > LONGEST) {
      return false;
    }
    int separator = -1;
    int lastDot = -1;
    byte before = 0;
    for (int at = 0; at < length; at++) {
      byte letter = address.getByte(at);
      if (letter == '@') {
        if (separator >= 0) {
          return false;
        }
        separator = at;
      } else if (letter == '.' && separator >= 0) {
        if (before == '.' || before == '@') {
          return false;
        }
        lastDot = at;
      } else if (letter >= 0 && FORBIDDEN[letter]) {
        return false;
      }
      before = letter;
    }
    return separator > 0 && lastDot > separator && lastDot < length - 1;
  }

  private static final boolean[] FORBIDDEN = forbidden();

  /** RFC 5322 §3.2.3: these may stand in quoted local parts only, which nobody has. */
  private static boolean[] forbidden() {
    boolean[] forbidden = new boolean[128];
    java.util.Arrays.fill(forbidden, 0, ' ' + 1, true);
    "()<>[]:;,\\\"\u007F".chars().forEach(letter -> forbidden[letter] = true);
    return forbidden;
  }
}
