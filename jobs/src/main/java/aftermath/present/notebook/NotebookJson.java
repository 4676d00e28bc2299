package aftermath.present.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.StringJoiner;

/** The JSON of notebooks, written as Jupyter writes it: a line of text is a line of the file. */
final class NotebookJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DefaultIndenter ONE_SPACE = new DefaultIndenter(" ", "\n");

  private NotebookJson() {}

  static JsonNode read(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ArrayNode array() {
    return JSON.createArrayNode();
  }

  static String written(JsonNode content) {
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    var printer =
        new DefaultPrettyPrinter(separators)
            .withObjectIndenter(ONE_SPACE)
            .withArrayIndenter(ONE_SPACE);
    try {
      return JSON.writer(printer).writeValueAsString(content) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Text that is one string or a list of lines with their ends. */
  static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    var lines = new StringJoiner("");
    value.forEach(line -> lines.add(line.asText()));
    return lines.toString();
  }

  static ArrayNode lines(String text) {
    ArrayNode lines = array();
    for (String line : text.split("(?<=\n)")) {
      lines.add(line);
    }
    return lines;
  }
}
