package aftermath.disclosure;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cells of tables from elsewhere, a line each: {@code cell_id}, the codes of its dimensions, {@code
 * value}, {@code freq} (contributors), {@code cost}, {@code status} (u sensitive, s may be
 * suppressed, z must be published), {@code lpl} and {@code upl} (protection levels) and, if a
 * pattern has been chosen already, {@code published_status} (u or x suppressed, s published).
 *
 * @param dimensions names of the columns that say what a cell is
 * @param codes of each cell, as many as there are dimensions
 * @param suppressed ids of the cells of the pattern given; empty if none is
 */
public record CellsFile(
    List<String> dimensions, List<Cell> cells, List<List<String>> codes, Set<String> suppressed) {
  private static final List<String> REQUIRED = List.of("cell_id", "value", "status");
  private static final Set<String> KNOWN =
      Set.of("cell_id", "value", "freq", "cost", "status", "lpl", "upl", "published_status");

  /**
   * Reads it.
   *
   * @throws DisclosureMistake naming every line that cannot be used
   */
  public static CellsFile read(Path file) {
    return new Reading(file).read();
  }

  private static final class Reading {
    private final Path file;
    private final List<String> mistakes = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<List<String>> codes = new ArrayList<>();
    private final Set<String> suppressed = new HashSet<>();
    private final Map<String, Long> lines = new HashMap<>();
    private List<String> dimensions = List.of();

    Reading(Path file) {
      this.file = file;
    }

    CellsFile read() {
      try (CsvReader<NamedCsvRecord> rows = CsvFiles.reader(file)) {
        boolean isFirst = true;
        for (NamedCsvRecord row : rows) {
          if (isFirst) {
            CsvFiles.requireColumns(file, row.getHeader(), REQUIRED);
            dimensions = row.getHeader().stream().filter(name -> !KNOWN.contains(name)).toList();
            isFirst = false;
          }
          add(row);
        }
      } catch (IOException | UncheckedIOException | CsvParseException e) {
        throw DisclosureMistake.unreadable(file.toString(), e);
      }
      if (cells.isEmpty() && mistakes.isEmpty()) {
        mistakes.add("it has no cells");
      }
      if (!mistakes.isEmpty()) {
        throw DisclosureMistake.wrongFile(file.toString(), mistakes);
      }
      return new CellsFile(dimensions, cells, codes, suppressed);
    }

    private void add(NamedCsvRecord row) {
      String id = row.getField("cell_id");
      Long before = lines.putIfAbsent(id, row.getStartingLineNumber());
      if (before != null) {
        mistakes.add(
            "line %d: the cell '%s' stands in line %d already"
                .formatted(row.getStartingLineNumber(), id, before));
      }
      double value = number(row, "value", Double.NaN);
      var cell =
          new Cell(
              id,
              value,
              Math.round(number(row, "freq", 0)),
              number(row, "cost", value),
              status(row),
              number(row, "lpl", 0),
              number(row, "upl", 0));
      cells.add(cell);
      codes.add(dimensions.stream().map(name -> text(row, name)).toList());
      if (Set.of("u", "x").contains(text(row, "published_status"))) {
        suppressed.add(id);
      }
    }

    private CellStatus status(NamedCsvRecord row) {
      return switch (text(row, "status")) {
        case "u" -> CellStatus.PRIMARY;
        case "s" -> CellStatus.SUPPRESSIBLE;
        case "z" -> CellStatus.PUBLISHED;
        default -> {
          mistakes.add(
              "line %d: the status is '%s'; write u (sensitive), s (may be suppressed) or z (must be published)"
                  .formatted(row.getStartingLineNumber(), text(row, "status")));
          yield CellStatus.PUBLISHED;
        }
      };
    }

    private double number(NamedCsvRecord row, String column, double otherwise) {
      String text = text(row, column);
      if (text.isEmpty() && !Double.isNaN(otherwise)) {
        return otherwise;
      }
      try {
        double number = Double.parseDouble(text);
        if (number >= 0 && Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Said below, as of a negative number.
      }
      mistakes.add(
          "line %d: %s is no number from 0 up".formatted(row.getStartingLineNumber(), column));
      return 0;
    }

    private static String text(NamedCsvRecord row, String column) {
      return row.findField(column).orElse("").strip();
    }
  }
}
