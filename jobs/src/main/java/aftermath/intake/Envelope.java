package aftermath.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a log, a notification or an event bus puts around the body that a provider posted. */
final class Envelope {
  /** Names under which logs keep the body. */
  private static final List<String> OF_LOGS = List.of("body", "payload", "request_body");

  private Envelope() {}

  /** The body itself: what is inside, or the whole if nothing is. */
  static JsonNode opened(JsonNode outer) {
    if (outer.has("Type") && outer.has("Message")) {
      return inside(outer, outer.get("Message"));
    }
    if (outer.has("detail-type") && outer.has("detail")) {
      return inside(outer, outer.get("detail"));
    }
    for (String name : OF_LOGS) {
      if (outer.has(name)) {
        return inside(outer, outer.get(name));
      }
    }
    return outer;
  }

  private static JsonNode inside(JsonNode outer, JsonNode content) {
    JsonNode inner = content.isTextual() ? parsed(content.asText().strip()) : content;
    return inner != null && inner.isContainerNode() ? inner : outer;
  }

  private static JsonNode parsed(String text) {
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return Form.of(text);
    }
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException cutOff) {
      return null;
    }
  }
}
