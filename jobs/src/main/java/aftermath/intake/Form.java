package aftermath.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A form as it is posted: {@code name=value&name=value}, escaped. */
final class Form {

  private Form() {}

  /**
   * The form as an object of texts; null if it is none. The last of two values of a name counts.
   */
  static ObjectNode of(String posted) {
    ObjectNode form = Json.MAPPER.createObjectNode();
    for (String pair : posted.strip().split("&")) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        return null;
      }
      try {
        form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      } catch (IllegalArgumentException wrongEscape) {
        return null;
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
