package aftermath.extract;

import aftermath.disclosure.release.CellKey;
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

/**
 * The proof that goes with a recipient's tables: that one who has every table of every release
 * cannot come too close, and between which values each of their suppressed cells must lie for one
 * who has all tables of this release. It tells what follows from these tables and nothing besides;
 * which derived counts and which changes are sensitive is not said.
 */
final class ReleaseAudit {
  private static final double ROUNDING = 1e-4;

  private final ProtectedRelease release;
  private final List<TableView> views;

  ReleaseAudit(ProtectedRelease release, List<TableView> views) {
    this.release = release;
    this.views = views;
  }

  ObjectNode json() {
    AuditReport audit = release.audit();
    ObjectNode root = Json.object();
    root.put("passed", audit.isPassed());
    root.put("scope", "all tables of all recipients and of all releases of the incident");
    root.put("cells", audit.cells());
    root.put("equations", audit.equations());
    root.put("linear_programs", audit.linearPrograms());
    root.put("differences_and_rests_checked", audit.inNoTable());
    root.put("lone_contributors_attack", true);
    root.put(
        "marks_tell", release.marks().areAllAlike() ? "nothing" : "small or secondary, but for C");
    root.put("intervals_follow_from", "all tables of this release");
    ArrayNode cells = root.putArray("suppressed");
    intervals()
        .forEach(
            cell -> {
              ObjectNode node = cells.addObject();
              node.put("cell", cell.cell());
              // Everybody knows that counts are whole.
              node.put("from", (long) Math.ceil(cell.low() - ROUNDING));
              node.put(
                  "to",
                  cell.high() == null ? null : (Long) (long) Math.floor(cell.high() + ROUNDING));
            });
    return root;
  }

  /** Of the suppressed cells of these tables. */
  List<AuditReport.Suppressed> intervals() {
    Map<String, AuditReport.Suppressed> all =
        release.intervals().stream()
            .collect(Collectors.toMap(AuditReport.Suppressed::cell, Function.identity()));
    Set<String> shown = new LinkedHashSet<>();
    for (TableView view : views) {
      view.lines().stream()
          .filter(line -> !line.shown().isPublished())
          .map(Line::key)
          .map(CellKey::id)
          .forEach(shown::add);
    }
    return shown.stream().filter(all::containsKey).map(all::get).toList();
  }
}
