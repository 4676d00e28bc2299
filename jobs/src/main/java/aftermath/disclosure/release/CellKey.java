package aftermath.disclosure.release;

import aftermath.incident.ReleaseTable.Measure;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a cell counts, and of whom: whatever table it stands in, the same key is the same number.
 *
 * @param conditions the part that must be met, by level or field; without any, everybody is meant
 */
public record CellKey(Measure measure, SortedMap<String, String> conditions) {
  private static final String FIELD = "field ";
  static final String EXPOSED = "exposed";
  static final String NOT_EXPOSED = "not exposed";

  /** Everybody. */
  public static CellKey all(Measure measure) {
    return new CellKey(measure, new TreeMap<>());
  }

  /** True of what is one part of one dimension: only parts that occur are in a table. */
  boolean isListed() {
    return conditions.size() == 1 && conditions.keySet().stream().noneMatch(CellKey::isField);
  }

  private static boolean isField(String name) {
    return name.startsWith(FIELD);
  }

  CellKey and(Part part) {
    return part.isAll() ? this : with(part.level(), part.code());
  }

  /** Of these, those of whom a field was exposed. */
  public CellKey exposing(String field) {
    return with(ofField(field), EXPOSED);
  }

  CellKey notExposing(String field) {
    return with(ofField(field), NOT_EXPOSED);
  }

  CellKey counting(Measure other) {
    return new CellKey(other, conditions);
  }

  private CellKey with(String name, String value) {
    var more = new TreeMap<>(conditions);
    more.put(name, value);
    return new CellKey(measure, more);
  }

  private static String ofField(String field) {
    return FIELD + field;
  }

  /** As files and errors call it. */
  public String id() {
    return measure.word()
        + conditions.entrySet().stream()
            .map(CellKey::condition)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** As pages call it: "people: country AU, phone exposed". */
  public String words() {
    return conditions.isEmpty()
        ? "all " + measure.word()
        : conditions.entrySet().stream()
            .map(each -> inWords(each.getKey()) + " " + each.getValue())
            .collect(Collectors.joining(", ", measure.word() + ": ", ""));
  }

  private static String inWords(String name) {
    return (isField(name) ? name.substring(FIELD.length()) : name).replace('_', ' ');
  }

  /** The key that is called so. */
  static CellKey parse(String id) {
    int open = id.indexOf('(');
    var conditions = new TreeMap<String, String>();
    var word = new StringBuilder();
    String name = null;
    for (int i = open + 1; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == '\\') {
        word.append(id.charAt(++i));
      } else if (c == '=' && name == null) {
        name = word.toString();
        word.setLength(0);
      } else if ((c == ',' || c == ')') && name != null) {
        conditions.put(name, word.toString());
        name = null;
        word.setLength(0);
        i++;
      } else {
        word.append(c);
      }
    }
    return new CellKey(Measure.valueOf(id.substring(0, open).toUpperCase(Locale.ROOT)), conditions);
  }

  private static String condition(Map.Entry<String, String> condition) {
    return condition.getKey()
        + "="
        + condition.getValue().replace("\\", "\\\\").replace(",", "\\,").replace(")", "\\)");
  }
}
