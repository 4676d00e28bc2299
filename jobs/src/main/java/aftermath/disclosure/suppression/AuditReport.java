package aftermath.disclosure.suppression;

import aftermath.disclosure.Cell;
import aftermath.disclosure.CellStatus;
import aftermath.disclosure.DisclosureMistake;
import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.Singletons;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The proof that goes with tables. It says nothing that a reader of the tables could not work out
 * from them: the intervals of one who knows no more than what is published, and of those who know
 * their own cell only whether they come too close, since their intervals would tell what they know.
 * Of what stands in no table but follows, only how much of it there is: which of it is sensitive
 * would itself be telling.
 *
 * @param cells of all tables, each counted once
 * @param inNoTable what follows from the tables and was looked at with them
 * @param linearPrograms solved for this
 * @param openToAll sensitive cells that everybody comes too close to
 * @param openToSingletons sensitive cells that some lone contributor comes too close to
 */
public record AuditReport(
    boolean isPassed,
    int cells,
    int equations,
    int primary,
    int complementary,
    int inNoTable,
    int linearPrograms,
    int singletonAttackers,
    List<String> openToAll,
    List<String> openToSingletons,
    List<Suppressed> suppressed) {

  /**
   * What everybody can say of a suppressed cell.
   *
   * @param isPrimary sensitive by a rule, and not left out to protect others
   * @param high null if nothing limits it
   */
  public record Suppressed(
      String cell, boolean isPrimary, double low, Double high, boolean isProtected) {}

  /**
   * Audits a pattern.
   *
   * @param withSingletons whether also the lone contributors of suppressed cells attack
   */
  public static AuditReport of(LinkedTables tables, BitSet suppressed, boolean withSingletons) {
    List<Audit.Finding> open = Audit.byOutsider(tables, suppressed);
    List<Audit.Finding> known = withSingletons ? Audit.bySingletons(tables, suppressed) : List.of();
    List<String> openToAll = open(tables, open);
    List<String> openToSingletons = open(tables, known);
    BitSet leftOut = tables.places(Cell::isNeverPublished);
    BitSet inNoTable = tables.places(cell -> cell.status() == CellStatus.IN_NO_TABLE);
    boolean isComplete = leftOut.stream().allMatch(suppressed::get);
    return new AuditReport(
        isComplete && openToAll.isEmpty() && openToSingletons.isEmpty(),
        tables.size() - inNoTable.cardinality(),
        tables.equations().size(),
        tables.places(Cell::isPrimary).cardinality(),
        (int) suppressed.stream().filter(cell -> !leftOut.get(cell)).count(),
        inNoTable.cardinality(),
        2 * (open.size() + known.size()),
        withSingletons ? new Singletons(tables).in(suppressed).size() : 0,
        openToAll,
        openToSingletons,
        open.stream()
            .filter(finding -> !inNoTable.get(finding.cell()))
            .map(finding -> suppressed(tables, finding))
            .toList());
  }

  /**
   * The report, if it is passed.
   *
   * @throws DisclosureMistake naming the cells that are not protected
   */
  public AuditReport orRefuse() {
    if (!isPassed) {
      throw DisclosureMistake.notProtected(open());
    }
    return this;
  }

  /** The sensitive cells that an attacker comes too close to. */
  public List<String> open() {
    return Stream.concat(openToAll.stream(), openToSingletons.stream()).distinct().toList();
  }

  private static List<String> open(LinkedTables tables, List<Audit.Finding> findings) {
    return findings.stream()
        .filter(finding -> !finding.isProtected())
        .map(finding -> tables.cell(finding.cell()).id())
        .distinct()
        .toList();
  }

  private static Suppressed suppressed(LinkedTables tables, Audit.Finding finding) {
    Cell cell = tables.cell(finding.cell());
    double high = finding.interval().high();
    return new Suppressed(
        cell.id(),
        cell.isPrimary(),
        finding.interval().low(),
        Double.isInfinite(high) ? null : high,
        finding.isProtected());
  }
}
