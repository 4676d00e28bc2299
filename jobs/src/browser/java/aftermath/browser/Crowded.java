package aftermath.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A dashboard of an incident that is large in every way: four times as many fields, parts, reasons
 * and days, names that are sentences, and a thousand times as many people.
 */
final class Crowded {
  private static final int COPIES = 4;
  private static final int FACTOR = 1_009;

  /** Smaller counts stay, so that there are some that are not for publication. */
  private static final int SMALL = 10;

  /** More than the demo lasts. */
  private static final int DAYS = 50;

  private static final int LENGTH_OF_DAY = 10;

  private static final Set<String> NAMES =
      Set.of(
          "title",
          "value",
          "topic",
          "reason",
          "deadline",
          "provider",
          "recipient_domain",
          "attribute",
          "delivered_column",
          "boundary");

  private Crowded() {}

  static void write(Path page, Path other) throws IOException {
    DataOfPage.changed(page, other, Crowded::crowd);
  }

  private static void crowd(JsonNode node) {
    if (node.path("columns").isArray() && node.path("rows").isArray()) {
      crowdRows((ArrayNode) node.get("columns"), (ArrayNode) node.get("rows"));
    } else if (node.path("counts").isArray()) {
      node.get("counts").forEach(count -> enlarge((ObjectNode) count));
    }
    node.forEach(Crowded::crowd);
  }

  private static void enlarge(ObjectNode count) {
    for (String amount : new String[] {"amount", "at_least", "at_most", "before"}) {
      count.set(amount, enlarged(count.get(amount)));
    }
  }

  private static JsonNode enlarged(JsonNode value) {
    return (value instanceof IntNode || value instanceof LongNode) && value.longValue() >= SMALL
        ? LongNode.valueOf(value.longValue() * FACTOR)
        : value;
  }

  private static void crowdRows(ArrayNode columns, ArrayNode rows) {
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(column.textValue()));
    boolean isCopied =
        names.stream()
            .anyMatch(name -> NAMES.contains(name) || name.equals("day") || name.equals("hour"));
    List<ArrayNode> all = new ArrayList<>();
    for (int copy = 0; copy < (isCopied ? COPIES : 1); copy++) {
      for (JsonNode row : rows) {
        all.add(copy(names, (ArrayNode) row, copy));
      }
    }
    rows.removeAll().addAll(all);
  }

  private static ArrayNode copy(List<String> names, ArrayNode row, int copy) {
    ArrayNode cells = JsonNodeFactory.instance.arrayNode();
    for (int at = 0; at < names.size(); at++) {
      cells.add(cell(names.get(at), row.get(at), copy));
    }
    return cells;
  }

  private static JsonNode cell(String column, JsonNode value, int copy) {
    if (!value.isTextual()) {
      return value.isArray() ? copies(value) : enlarged(value);
    }
    String text = value.textValue();
    return switch (column) {
      case "day", "hour" ->
          TextNode.valueOf(
              LocalDate.parse(text.substring(0, LENGTH_OF_DAY)).plusDays((long) DAYS * copy)
                  + text.substring(LENGTH_OF_DAY));
      case "field" -> TextNode.valueOf(text + copy);
      default -> NAMES.contains(column) ? TextNode.valueOf(longer(text, copy)) : value;
    };
  }

  /** A set of fields has all copies of each. */
  private static JsonNode copies(JsonNode fields) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (int copy = 0; copy < COPIES; copy++) {
      for (JsonNode field : fields) {
        all.add(field.textValue() + copy);
      }
    }
    return all;
  }

  private static String longer(String name, int copy) {
    return copy == 0 ? name : "%s and everything that belongs to it, part %d".formatted(name, copy);
  }
}
