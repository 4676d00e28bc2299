package aftermath.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Fills a row's cells from a JSON object, whose declared values may lie deeper. */
final class JsonCells {

  private static final int UNDECLARED = -1;
  private static final int REMEMBERED = 10_000;

  private final RowMaker maker;
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private final Node root = new Node("");
  private boolean isBlank;

  JsonCells(SourceLayout layout, RowMaker maker) {
    this.maker = maker;
    for (int slot = 0; slot < layout.slots().size(); slot++) {
      for (String path : layout.slots().get(slot)) {
        slots.put(path, slot);
      }
    }
  }

  /** Reads the object at whose beginning the parser stands; returns a reason to set it aside. */
  String fill(JsonParser parser) throws IOException {
    Arrays.fill(maker.cells, null);
    maker.undeclared.clear();
    isBlank = true;
    String tooLong = fill(parser, root);
    return tooLong == null && isBlank ? Reasons.noValue() : tooLong;
  }

  private String fill(JsonParser parser, Node parent) throws IOException {
    String tooLong = null;
    String name;
    while ((name = parser.nextFieldName()) != null) {
      Node node = parent.child(name);
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_NULL) {
        continue;
      }
      if (token == JsonToken.START_OBJECT && node.isInner && node.slot == UNDECLARED) {
        String deeper = fill(parser, node);
        tooLong = tooLong == null ? deeper : tooLong;
        continue;
      }
      boolean isWanted = node.slot == UNDECLARED ? maker.wantsUndeclared() : maker.wants(node.slot);
      if (!isWanted) {
        isBlank &= token == JsonToken.VALUE_STRING && parser.getTextLength() == 0;
        parser.skipChildren();
        continue;
      }
      UTF8String value = token.isScalarValue() ? Json.text(parser) : Json.jsonText(parser);
      if (value == null) {
        continue;
      }
      isBlank = false;
      if (value.numBytes() > Records.LONGEST) {
        tooLong = Reasons.valueTooLong(node.path);
      } else if (node.slot == UNDECLARED) {
        maker.undeclared.put(node.label(), value);
      } else if (maker.cells[node.slot] == null) {
        maker.cells[node.slot] = value;
      }
    }
    return tooLong;
  }

  /** A place in the object, found by its delivered name without folding it again each time. */
  private final class Node {
    private final String path;
    private final int slot;
    private final boolean isInner;
    private final Map<String, Node> children = new HashMap<>();
    private UTF8String label;

    Node(String path) {
      this.path = path;
      String folded = BronzeColumns.folded(path);
      slot = slots.getOrDefault(folded, UNDECLARED);
      isInner = slots.keySet().stream().anyMatch(other -> other.startsWith(folded + "."));
    }

    Node child(String name) {
      Node child = children.get(name);
      if (child == null) {
        child = new Node(path.isEmpty() ? name : path + "." + name);
        if (children.size() < REMEMBERED) {
          children.put(name, child);
        }
      }
      return child;
    }

    UTF8String label() {
      if (label == null) {
        label = UTF8String.fromString(path);
      }
      return label;
    }
  }
}
