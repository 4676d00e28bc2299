package aftermath.present;

import java.util.List;

/** Many names as one sentence, in lines that a terminal shows whole. */
final class WrappedList {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private WrappedList() {}

  /**
   * The sentence, with a line end.
   *
   * @param opening what stands before the first name
   */
  static String of(String opening, List<String> names) {
    var text = new StringBuilder();
    var line = new StringBuilder(opening);
    for (int at = 0; at < names.size(); at++) {
      String name = names.get(at) + (at < names.size() - 1 ? ";" : ".");
      if (line.length() + 1 + name.length() > WIDTH) {
        text.append(String.format("%s%n", line));
        line.setLength(0);
        line.append(INDENT).append(name);
      } else {
        line.append(' ').append(name);
      }
    }
    return text.append(String.format("%s%n", line)).toString();
  }
}
