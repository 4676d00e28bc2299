package aftermath.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names people of one origin bear. */
record Origin(String name, WordList female, WordList male, WordList family) {

  static Origin read(String name) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : Resources.lines(resource(name))) {
      if (line.startsWith("[")) {
        lines = sections.computeIfAbsent(line, section -> new ArrayList<>());
      } else {
        lines.add(line);
      }
    }
    return new Origin(
        name,
        WordList.ofLines(sections.get("[female]")),
        WordList.ofLines(sections.get("[male]")),
        WordList.ofLines(sections.get("[family]")));
  }

  static String resource(String name) {
    return "names/" + name + ".txt";
  }

  /** Where a single name is a full name. */
  boolean hasSingleNames() {
    return name.equals("singlename");
  }
}
