package aftermath.disclosure.suppression;

import aftermath.disclosure.Cell;
import aftermath.disclosure.DisclosureMistake;
import aftermath.disclosure.LinkedTables;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The proof that goes with tables. It says nothing that a reader of the tables could not work out
 * from them: the intervals of one who knows no more than what is published, and of those who know
 * their own cell only whether they come too close, since their intervals would tell what they know.
 *
 * @param cells of all tables, each counted once
 * @param linearPrograms solved for this
 * @param openToSingletons sensitive cells that some lone contributor comes too close to
 */
public record AuditReport(
    boolean isPassed,
    int cells,
    int equations,
    int primary,
    int complementary,
    int linearPrograms,
    int singletonAttackers,
    List<String> openToSingletons,
    List<Suppressed> suppressed) {

  /**
   * What everybody can say of a suppressed cell.
   *
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
    List<String> openToSingletons =
        known.stream()
            .filter(finding -> !finding.isProtected())
            .map(finding -> tables.cell(finding.cell()).id())
            .distinct()
            .toList();
    BitSet sensitive = tables.places(Cell::isPrimary);
    boolean isComplete = sensitive.stream().allMatch(suppressed::get);
    return new AuditReport(
        isComplete
            && open.stream().allMatch(Audit.Finding::isProtected)
            && openToSingletons.isEmpty(),
        tables.size(),
        tables.equations().size(),
        sensitive.cardinality(),
        suppressed.cardinality() - (int) sensitive.stream().filter(suppressed::get).count(),
        2 * (open.size() + known.size()),
        (int) known.stream().map(Audit.Finding::attacker).distinct().count(),
        openToSingletons,
        open.stream().map(finding -> suppressed(tables, finding)).toList());
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
    return Stream.concat(
            suppressed.stream().filter(cell -> !cell.isProtected()).map(Suppressed::cell),
            openToSingletons.stream())
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
