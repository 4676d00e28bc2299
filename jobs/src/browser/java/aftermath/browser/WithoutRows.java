package aftermath.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A dashboard as it is before there are notices, responses, segments, or anybody. */
final class WithoutRows {
  private static final Pattern DATA =
      Pattern.compile("(<script id=\"data\" type=\"application/json\">)(.*?)(</script>)");

  private WithoutRows() {}

  static void write(Path page, Path other) throws IOException {
    Matcher data = DATA.matcher(Files.readString(page));
    var json = new ObjectMapper();
    Files.writeString(
        other,
        data.replaceFirst(
            found -> {
              try {
                JsonNode tree = json.readTree(found.group(2));
                empty(tree);
                return Matcher.quoteReplacement(
                    found.group(1) + json.writeValueAsString(tree) + found.group(3));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            }));
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
