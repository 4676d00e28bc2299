package aftermath.functions;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Passwords and PINs that somebody wrote down, a word such as {@code password:} or {@code pwd=} and
 * a value after it, and digests of passwords as systems keep them: crypt's {@code $2b$…}, LDAP's
 * {@code {SSHA}…}. A word that tells what happened to a password ("password: reset") is no value.
 */
final class Passwords {

  private static final byte[][] WORDS =
      Stream.of("password", "passwd", "passcode", "passphrase", "pwd")
          .map(word -> word.getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);

  private static final byte[] PIN = {'p', 'i', 'n'};

  private static final int SHORTEST = 4;

  /** ISO 9564-1: a PIN has four to twelve digits. */
  private static final int LONGEST_PIN = 12;

  private static final Set<String> NO_VALUES =
      Set.of(
          "changed",
          "expired",
          "forgot",
          "forgotten",
          "hidden",
          "incorrect",
          "invalid",
          "locked",
          "lost",
          "none",
          "null",
          "redacted",
          "removed",
          "required",
          "reset",
          "true",
          "false",
          "unknown",
          "wrong",
          "updated");

  /** Unix crypt, bcrypt, argon2, scrypt, PBKDF2: an identifier, parameters or salt, a digest. */
  private static final Pattern CRYPT =
      Pattern.compile(
          "\\$(?:1|5|6|y|7|2[abxy]?|argon2(?:id|i|d)|scrypt|pbkdf2[a-z0-9-]*)\\$[./A-Za-z0-9$=,+-]{22,}");

  /** RFC 2307 §5.3 and its successors. */
  private static final Pattern LDAP =
      Pattern.compile(
          "\\{(?:S?SHA(?:256|384|512)?|S?MD5|CRYPT|BCRYPT|PBKDF2[A-Z0-9-]*)\\}[./A-Za-z0-9$=,+]{13,}",
          Pattern.CASE_INSENSITIVE);

  private Passwords() {}

  static boolean isIn(byte[] text) {
    boolean mayBeDigest = false;
    for (int at = 0; at < text.length; at++) {
      byte letter = text[at];
      mayBeDigest |= letter == '$' || letter == '{';
      if ((letter == 'p' || letter == 'P') && isNamedAt(text, at)) {
        return true;
      }
    }
    return mayBeDigest && holdsDigest(new String(text, StandardCharsets.ISO_8859_1));
  }

  private static boolean holdsDigest(String text) {
    return CRYPT.matcher(text).find() || LDAP.matcher(text).find();
  }

  private static boolean isNamedAt(byte[] text, int at) {
    if (at > 0 && ContextWords.isLetter(text[at - 1])) {
      return false;
    }
    for (byte[] word : WORDS) {
      if (ContextWords.startsWith(text, at, word)) {
        return isPassword(valueAfter(text, at + word.length));
      }
    }
    return ContextWords.startsWith(text, at, PIN) && isPin(valueAfter(text, at + PIN.length));
  }

  private static boolean isPassword(String value) {
    return value.length() >= SHORTEST
        && !value.chars().allMatch(letter -> "*xX.".indexOf(letter) >= 0)
        && !NO_VALUES.contains(value.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+$", ""));
  }

  private static boolean isPin(String value) {
    return value.length() >= SHORTEST
        && value.length() <= LONGEST_PIN
        && value.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }

  /** The word after a colon or an equals sign; empty if there is neither. */
  private static String valueAfter(byte[] text, int name) {
    int mark = afterBlanks(text, name);
    if (mark >= text.length || (text[mark] != ':' && text[mark] != '=')) {
      return "";
    }
    int start = afterBlanks(text, mark + 1);
    int end = start;
    while (end < text.length && !endsValue(text[end])) {
      end++;
    }
    return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private static boolean endsValue(byte letter) {
    return (letter >= 0 && letter <= ' ')
        || letter == ','
        || letter == ';'
        || letter == '"'
        || letter == '\'';
  }

  private static int afterBlanks(byte[] text, int at) {
    int next = at;
    while (next < text.length && (text[next] == ' ' || text[next] == '"' || text[next] == '\'')) {
      next++;
    }
    return next;
  }
}
