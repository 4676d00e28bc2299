package aftermath.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Names of columns as a header row gives them. */
final class Headers {

  private static final char MARK = '\ufeff';

  private Headers() {}

  /** Trimmed names; a column without one is named by its place. */
  static List<String> names(List<String> delivered) {
    List<String> names = new ArrayList<>();
    for (String cell : delivered) {
      String name = withoutMark(cell).strip();
      names.add(name.isEmpty() ? "column " + (names.size() + 1) : name);
    }
    return names;
  }

  /** Names of a file that has no header. */
  static List<String> numbers(int count) {
    return new ArrayList<>(IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList());
  }

  /** The names that occur more than once. */
  static Set<String> duplicates(List<String> names) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new TreeSet<>();
    for (String name : names) {
      if (!seen.add(BronzeColumns.folded(name))) {
        twice.add(name);
      }
    }
    return twice;
  }

  static boolean isRepeated(List<String> cells, List<String> columns) {
    return names(cells).stream()
        .map(BronzeColumns::folded)
        .toList()
        .equals(columns.stream().map(BronzeColumns::folded).toList());
  }

  /** The first column but one, since the first may carry a byte order mark when repeated. */
  static int firstNamed(List<String> columns) {
    return columns.size() > 1 ? 1 : 0;
  }

  private static String withoutMark(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == MARK ? cell.substring(1) : cell;
  }
}
