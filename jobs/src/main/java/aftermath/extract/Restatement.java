package aftermath.extract;

import aftermath.disclosure.release.CellKey;
import aftermath.disclosure.release.EarlierRelease;
import aftermath.disclosure.release.ReleasedCell;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a recipient's tables say otherwise than those of the release before.
 *
 * @param since number of the release before
 * @param why reasons, as sentences
 * @param changed the cells that do not say what they said
 * @param added how many cells stood in no table before
 */
record Restatement(int since, List<String> why, List<Changed> changed, int added) {
  static final List<String> COLUMNS = List.of("table", "cell", "was", "is", "change");

  /**
   * A cell before and now.
   *
   * @param was null if it was left out
   * @param is null if it is left out
   */
  record Changed(String table, CellKey cell, Long was, Long is) {
    /** Null if one of them is not told. */
    Long change() {
      return was == null || is == null ? null : (Long) (is - was);
    }
  }

  static Restatement of(EarlierRelease before, List<String> why, List<TableView> views) {
    Map<String, ReleasedCell> cells =
        before.cells().stream().collect(Collectors.toMap(ReleasedCell::id, Function.identity()));
    var changed = new LinkedHashMap<CellKey, Changed>();
    Set<CellKey> added = new HashSet<>();
    for (TableView view : views) {
      for (TableView.Line line : view.lines()) {
        CellKey key = line.key();
        ReleasedCell cell = cells.get(key.id());
        if (cell == null || !cell.isInATable()) {
          added.add(key);
        } else if (!Objects.equals(cell.shown(), line.shown().value())) {
          changed.putIfAbsent(
              key, new Changed(view.table().name(), key, cell.shown(), line.shown().value()));
        }
      }
    }
    return new Restatement(before.number(), why, List.copyOf(changed.values()), added.size());
  }

  String title() {
    return "What has changed since release %d".formatted(since);
  }

  /** How many cells say something else, how many now say something, and how many no longer do. */
  String counts() {
    return String.format(
        Locale.ROOT,
        "Cells with another value: %,d. Published now and left out before: %,d. Left out now and"
            + " published before: %,d. In no table before: %,d.",
        count(each -> each.change() != null),
        count(each -> each.was() == null),
        count(each -> each.is() == null),
        added);
  }

  private long count(Predicate<Changed> wanted) {
    return changed.stream().filter(wanted).count();
  }

  /** A number that was or is left out is empty. */
  String csv() {
    var text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      writer.writeRecord(COLUMNS);
      for (Changed each : changed) {
        writer.writeRecord(
            each.table(), each.cell().id(), text(each.was()), text(each.is()), text(each.change()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String text(Long value) {
    return value == null ? "" : value.toString();
  }
}
