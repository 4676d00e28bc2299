package aftermath.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** A dashboard as it is before there are notices, responses, segments, or anybody. */
final class WithoutRows {
  private WithoutRows() {}

  static void write(Path page, Path other) throws IOException {
    DataOfPage.changed(page, other, WithoutRows::empty);
  }

  private static void empty(JsonNode node) {
    if (node.has("columns") && node.has("rows")) {
      ((ArrayNode) node.get("rows")).removeAll();
    }
    for (String list : new String[] {"counts", "segments"}) {
      if (node instanceof ObjectNode object && node.path(list).isArray()) {
        object.putArray(list);
      }
    }
    node.forEach(WithoutRows::empty);
  }
}
