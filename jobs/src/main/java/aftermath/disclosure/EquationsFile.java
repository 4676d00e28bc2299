package aftermath.disclosure;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Equations of tables from elsewhere, a line for each part: {@code eq_id}, {@code total_cell},
 * {@code child_cell}.
 */
public final class EquationsFile {
  private static final List<String> COLUMNS = List.of("eq_id", "total_cell", "child_cell");

  private final Path file;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> mistakes = new ArrayList<>();
  private final Map<String, Parts> parts = new LinkedHashMap<>();

  private record Parts(int total, Set<Integer> children) {}

  private EquationsFile(Path file, List<Cell> cells) {
    this.file = file;
    for (int i = 0; i < cells.size(); i++) {
      places.put(cells.get(i).id(), i);
    }
  }

  /**
   * Reads it.
   *
   * @throws DisclosureMistake naming every line that cannot be used
   */
  public static List<Equation> read(Path file, List<Cell> cells) {
    return new EquationsFile(file, cells).read();
  }

  private List<Equation> read() {
    try (CsvReader<NamedCsvRecord> rows = CsvFiles.reader(file)) {
      boolean isFirst = true;
      for (NamedCsvRecord row : rows) {
        if (isFirst) {
          CsvFiles.requireColumns(file, row.getHeader(), COLUMNS);
          isFirst = false;
        }
        add(row);
      }
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw DisclosureMistake.unreadable(file.toString(), e);
    }
    if (parts.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(
          "it has no equations: without the totals nothing can be said of what they give away");
    }
    if (!mistakes.isEmpty()) {
      throw DisclosureMistake.wrongFile(file.toString(), mistakes);
    }
    return parts.entrySet().stream()
        .map(
            entry ->
                new Equation(
                    entry.getKey(),
                    entry.getValue().total(),
                    entry.getValue().children().stream().mapToInt(Integer::intValue).toArray()))
        .toList();
  }

  private void add(NamedCsvRecord row) {
    String id = row.getField("eq_id");
    int total = place(row, "total_cell");
    int child = place(row, "child_cell");
    Parts equation = parts.computeIfAbsent(id, key -> new Parts(total, new LinkedHashSet<>()));
    long line = row.getStartingLineNumber();
    if (equation.total() != total) {
      mistakes.add("line %d: equation '%s' has another total before".formatted(line, id));
    }
    boolean isKnown = total >= 0 && child >= 0;
    if (isKnown && (child == total || !equation.children().add(child))) {
      mistakes.add(
          "line %d: equation '%s' has the cell '%s' twice"
              .formatted(line, id, row.getField("child_cell")));
    }
  }

  private int place(NamedCsvRecord row, String column) {
    Integer place = places.get(row.getField(column));
    if (place == null) {
      mistakes.add(
          "line %d: there is no cell '%s'"
              .formatted(row.getStartingLineNumber(), row.getField(column)));
      return -1;
    }
    return place;
  }
}
