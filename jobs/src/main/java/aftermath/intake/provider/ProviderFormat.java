package aftermath.intake.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How one provider tells what happens to messages. A form that was posted is an object of texts, so
 * that a log of such forms is read like one of JSON bodies.
 */
public interface ProviderFormat {

  /** The single events of what was posted at once, however they are listed and wrapped. */
  default List<JsonNode> parts(JsonNode body) {
    if (!body.isArray()) {
      JsonNode carried = carried(body);
      return carried == body ? List.of(body) : parts(carried);
    }
    List<JsonNode> parts = new ArrayList<>();
    body.forEach(element -> parts.addAll(parts(element)));
    return parts;
  }

  /** What an object is only the wrapping of, an event or a list; itself where it is an event. */
  default JsonNode carried(JsonNode body) {
    return body;
  }

  /** What one part tells: an event for each recipient; none where it tells of no message. */
  List<ProviderEvent> events(JsonNode part);

  /** What the sender gave the message to carry under a name; null: nothing. */
  String tag(JsonNode part, String name);

  /** The text of a scalar; null where it is absent or empty. */
  static String text(JsonNode node) {
    return node.isValueNode() && !node.isNull() && !node.asText().isEmpty() ? node.asText() : null;
  }
}
