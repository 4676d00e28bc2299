package aftermath.extract;

import aftermath.disclosure.release.CellKey;
import aftermath.disclosure.release.CountedTable;
import aftermath.disclosure.release.ProtectedRelease;
import aftermath.disclosure.suppression.AuditReport;
import aftermath.extract.TableView.Line;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The proof that goes with a recipient's tables: that one who has every table of every release
 * cannot come too close, and between which values each of their suppressed cells must lie for one
 * who has these tables. It tells what follows from them and nothing besides; what other tables
 * there are, and which derived counts and which changes are sensitive, is not said.
 */
final class ReleaseAudit {
  /** What a reader may know of tables that they do not get. */
  static final String THE_REST = "other tables of the same system";

  private static final double ROUNDING = 1e-4;

  /**
   * Between which values a cell must lie that is left out. Everybody knows that counts are whole.
   *
   * @param to null if nothing limits it
   */
  record Bounds(CellKey key, long from, Long to) {

    private static Bounds of(CellKey key, AuditReport.Suppressed cell) {
      return new Bounds(
          key,
          (long) Math.ceil(cell.low() - ROUNDING),
          cell.high() == null ? null : (Long) (long) Math.floor(cell.high() + ROUNDING));
    }
  }

  private final ProtectedRelease release;
  private final List<TableView> views;
  private final List<Bounds> intervals;

  /**
   * @param tables those of the recipient, and no others
   */
  ReleaseAudit(ProtectedRelease release, List<CountedTable> tables, List<TableView> views) {
    this.release = release;
    this.views = views;
    this.intervals = ofTheseTables(release.intervals(tables));
  }

  ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("passed", release.audit().isPassed());
    root.put("scope", "these tables, " + THE_REST + ", and all releases before");
    ArrayNode tables = root.putArray("these_tables");
    views.forEach(view -> tables.add(view.table().name()));
    root.put("cells", cells().count());
    root.put("cells_left_out", leftOut().size());
    root.put("lone_contributors_attack", true);
    root.put("intervals_follow_from", "these tables");
    ArrayNode cells = root.putArray("suppressed");
    intervals.forEach(
        cell -> {
          ObjectNode node = cells.addObject();
          node.put("cell", cell.key().id());
          node.put("from", cell.from());
          node.put("to", cell.to());
        });
    return root;
  }

  List<Bounds> intervals() {
    return intervals;
  }

  private List<Bounds> ofTheseTables(List<AuditReport.Suppressed> found) {
    Map<String, AuditReport.Suppressed> byCell =
        found.stream().collect(Collectors.toMap(AuditReport.Suppressed::cell, Function.identity()));
    return leftOut().stream()
        .filter(key -> byCell.containsKey(key.id()))
        .map(key -> Bounds.of(key, byCell.get(key.id())))
        .toList();
  }

  private Set<CellKey> leftOut() {
    return views.stream()
        .flatMap(view -> view.lines().stream())
        .filter(line -> !line.shown().isPublished())
        .map(Line::key)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Stream<CellKey> cells() {
    return views.stream().flatMap(view -> view.lines().stream()).map(Line::key).distinct();
  }
}
