package aftermath.intake;

import aftermath.intake.provider.ProviderFormat;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Looks up what an object has under the spelling of a column. */
final class Columns {

  private Columns() {}

  /**
   * @param folded a name, or a path of names with dots, in lower case
   */
  static Optional<String> of(JsonNode object, String folded) {
    Iterator<Map.Entry<String, JsonNode>> fields = object.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      String name = BronzeColumns.folded(field.getKey());
      if (name.equals(folded)) {
        return Optional.ofNullable(ProviderFormat.text(field.getValue()));
      }
      if (folded.startsWith(name + ".")) {
        Optional<String> inside = of(field.getValue(), folded.substring(name.length() + 1));
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }
}
