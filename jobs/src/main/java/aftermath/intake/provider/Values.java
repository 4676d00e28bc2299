package aftermath.intake.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the scalars that several providers write alike. */
final class Values {

  // No address fits: there is neither an at sign nor a full stop in a provider's word.
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9 _-]{0,39}");

  // 5.1.1 of RFC 3463, or 550 of SMTP; only where a text begins with it.
  private static final Pattern STATUS =
      Pattern.compile("(?:[245]\\.\\d{1,3}\\.\\d{1,3}|[2-6]\\d{2})(?![\\w.@])");

  private static final double LARGEST_TIME = 1e15;

  private Values() {}

  /** A word of a vocabulary; null where it may be a text instead. */
  static String code(JsonNode node) {
    String text = ProviderFormat.text(node);
    return text != null && CODE.matcher(text).matches() ? text : null;
  }

  /** The status code that a text begins with; what stands behind it may quote an address. */
  static String status(JsonNode node) {
    String text = ProviderFormat.text(node);
    if (text == null) {
      return null;
    }
    Matcher status = STATUS.matcher(text);
    return status.lookingAt() ? status.group() : null;
  }

  /** Two codes as one, as Amazon SES's {@code Permanent/General}. */
  static String joined(String first, String second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return first + "/" + second;
  }

  /** The text of a time. Jackson would write decimal seconds as {@code 1.7E9}. */
  static String time(JsonNode node) {
    // Infinity is no BigDecimal, and 1e300 would be three hundred digits.
    if (node.isFloatingPointNumber() && Math.abs(node.doubleValue()) < LARGEST_TIME) {
      return BigDecimal.valueOf(node.doubleValue()).toPlainString();
    }
    return ProviderFormat.text(node);
  }

  /** A flag, which forms and some logs write as a text. */
  static boolean isTrue(JsonNode node) {
    return "true".equalsIgnoreCase(ProviderFormat.text(node));
  }

  /** A scalar, or the first of a list of them. */
  static String first(JsonNode node) {
    return ProviderFormat.text(node.isArray() ? node.path(0) : node);
  }

  static String withoutAngles(String id) {
    boolean angled = id != null && id.length() > 2 && id.startsWith("<") && id.endsWith(">");
    return angled ? id.substring(1, id.length() - 1) : id;
  }
}
