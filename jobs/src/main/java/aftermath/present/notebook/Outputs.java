package aftermath.present.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What cells have answered: errors are found, and what differs from run to run is left out. */
final class Outputs {
  private static final String HTML = "text/html";
  private static final String SVG = "image/svg+xml";

  private Outputs() {}

  /** A sentence for each cell that failed. */
  static List<String> errors(Notebook notebook) {
    var sentences = new ArrayList<String>();
    List<JsonNode> cells = notebook.cells();
    for (int place = 0; place < cells.size(); place++) {
      for (JsonNode output : cells.get(place).path("outputs")) {
        if (output.path("output_type").asText().equals("error")) {
          sentences.add(
              "%s%s, cell %d: %s"
                  .formatted(notebook.name(), Notebook.ENDING, place + 1, reason(output)));
        }
      }
    }
    return sentences;
  }

  private static String reason(JsonNode error) {
    String said = error.path("evalue").asText();
    String reason = said.isBlank() ? error.path("ename").asText() : said;
    return reason.lines().findFirst().orElse("unknown reason");
  }

  /** The notebook with what its cells have shown, and nothing of when and where they did. */
  static Notebook settled(Notebook notebook) {
    ObjectNode content = notebook.content().deepCopy();
    for (JsonNode cell : content.get("cells")) {
      if (Notebook.isCode(cell)) {
        ((ObjectNode) cell).set("outputs", settled((ArrayNode) cell.get("outputs")));
      }
    }
    return new Notebook(notebook.name(), content);
  }

  private static ArrayNode settled(ArrayNode outputs) {
    ArrayNode settled = NotebookJson.array();
    for (JsonNode output : outputs) {
      JsonNode data = output.path("data");
      if (data.has(HTML)) {
        settled.add(shown(NotebookJson.text(data.get(HTML))));
      } else {
        settled.add(output);
      }
    }
    return settled;
  }

  /** A picture is told as one: viewers on the web show pictures, and no picture within HTML. */
  private static ObjectNode shown(String html) {
    ObjectNode output = NotebookJson.object();
    output.put("output_type", "display_data");
    output.putObject("data").set(html.startsWith("<svg") ? SVG : HTML, NotebookJson.lines(html));
    output.putObject("metadata");
    return output;
  }
}
