package aftermath.extract;

import aftermath.disclosure.release.EarlierRelease;
import aftermath.disclosure.release.ReleasedCell;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a recipient's tables say otherwise than those of the release before.
 *
 * @param since number of the release before
 * @param why reasons, as sentences
 * @param moved the cells that both publish, with another value
 * @param appeared how many cells are published now that were left out before
 * @param gone how many are left out now that were published before
 */
record Restatement(int since, List<String> why, List<Moved> moved, int appeared, int gone) {

  /** A number before and now. */
  record Moved(String table, TableView.Line line, long was) {
    long change() {
      return line.shown().value() - was;
    }
  }

  static Restatement of(EarlierRelease before, List<String> why, List<TableView> views) {
    Map<String, ReleasedCell> cells =
        before.cells().stream().collect(Collectors.toMap(ReleasedCell::id, Function.identity()));
    var moved = new ArrayList<Moved>();
    Set<String> appeared = new LinkedHashSet<>();
    Set<String> gone = new LinkedHashSet<>();
    var told = new HashMap<String, Boolean>();
    for (TableView view : views) {
      for (TableView.Line line : view.lines()) {
        ReleasedCell cell = cells.get(line.key().id());
        if (cell == null || !cell.isInATable()) {
          continue;
        }
        if (line.shown().isPublished() && cell.shown() != null) {
          if (!line.shown().value().equals(cell.shown())
              && told.putIfAbsent(line.key().id(), true) == null) {
            moved.add(new Moved(view.table().name(), line, cell.shown()));
          }
        } else if (line.shown().isPublished()) {
          appeared.add(cell.id());
        } else if (cell.shown() != null) {
          gone.add(cell.id());
        }
      }
    }
    return new Restatement(before.number(), why, moved, appeared.size(), gone.size());
  }

  String csv() {
    var text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      writer.writeRecord("table", "cell", "was", "is", "change");
      for (Moved each : moved) {
        writer.writeRecord(
            each.table(),
            each.line().key().id(),
            Long.toString(each.was()),
            Long.toString(each.line().shown().value()),
            Long.toString(each.change()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
