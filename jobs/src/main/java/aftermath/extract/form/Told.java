package aftermath.extract.form;

import aftermath.disclosure.release.ProtectedRelease.Shown;
import aftermath.extract.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A number as a form may say it.
 *
 * @param value null if it is left out
 * @param words the number, or what is said in its place
 */
public record Told(Long value, String words) {

  /** A small count goes out as "fewer than", and only if its mark says the same. */
  static Told of(Shown shown, int minimumFrequency) {
    if (shown.isPublished()) {
      return new Told(shown.value(), "%,d".formatted(shown.value()));
    }
    return new Told(
        null,
        shown.confidentiality().equals("A")
            ? "fewer than " + minimumFrequency
            : "not published to protect small counts");
  }

  boolean isPublished() {
    return value != null;
  }

  ObjectNode number() {
    ObjectNode node = Json.object();
    node.put("value", value);
    node.put("words", words);
    return node;
  }
}
