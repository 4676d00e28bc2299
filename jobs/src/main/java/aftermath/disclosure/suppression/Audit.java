package aftermath.disclosure.suppression;

import aftermath.disclosure.Attacker;
import aftermath.disclosure.Cell;
import aftermath.disclosure.Interval;
import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.Singletons;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What can be said of the suppressed cells of tables from all that is published: two linear
 * programs for each, over the whole system.
 */
public final class Audit {
  /** Linear programs are solved to about so much of what is asked. */
  private static final double EXACTNESS = 1e-5;

  /** So much of a value is lost where it is added to. */
  private static final double ROUNDING = 1e-12;

  private Audit() {}

  /**
   * What one attacker can say of one suppressed cell.
   *
   * @param isProtected whether the interval is as wide as the protection levels ask for; true for
   *     cells that need none
   */
  public record Finding(int cell, Attacker attacker, Interval interval, boolean isProtected) {}

  /** Findings of all suppressed cells, as one who only has what is published sees them. */
  public static List<Finding> byOutsider(LinkedTables tables, BitSet suppressed) {
    try (var program = new Deviations(tables, suppressed)) {
      program.suppress(suppressed);
      return suppressed.stream()
          .mapToObj(cell -> finding(tables, program, cell, Attacker.OUTSIDER))
          .toList();
    }
  }

  /**
   * Findings of the sensitive cells as lone contributors of suppressed cells see them: all
   * together, and where all together come too close, each alone on whose cell it hangs what can be
   * said.
   */
  public static List<Finding> bySingletons(LinkedTables tables, BitSet suppressed) {
    var singletons = new Singletons(tables);
    var findings = new ArrayList<Finding>();
    if (singletons.in(suppressed).isEmpty()) {
      return findings;
    }
    try (var program = new Deviations(tables, suppressed)) {
      program.suppress(suppressed);
      for (int cell : sensitive(tables, suppressed)) {
        Finding together = finding(tables, program, cell, singletons.togetherBut(cell));
        if (together.isProtected()) {
          findings.add(together);
        } else {
          singletons.in(program.said(cell, Attacker.OUTSIDER).moved()).stream()
              .filter(attacker -> !attacker.knows(cell))
              .map(attacker -> finding(tables, program, cell, attacker))
              .forEach(findings::add);
        }
      }
    }
    return findings;
  }

  private static int[] sensitive(LinkedTables tables, BitSet suppressed) {
    return IntStream.of(tables.threatened()).filter(suppressed::get).toArray();
  }

  private static Finding finding(
      LinkedTables tables, Deviations program, int place, Attacker attacker) {
    Interval interval = program.interval(place, attacker);
    Cell cell = tables.cell(place);
    double share = attacker.shareUnknown(tables, place);
    double rounding = ROUNDING * cell.value();
    boolean isProtected =
        !cell.needsProtection()
            || (isFar(cell.value() - interval.low(), share * cell.lowerProtection(), rounding)
                && isFar(interval.high() - cell.value(), share * cell.upperProtection(), rounding));
    return new Finding(place, attacker, interval, isProtected);
  }

  /** Measured by what is asked and not by the value, of which it may be a millionth. */
  private static boolean isFar(double distance, double need, double rounding) {
    return distance >= need * (1 - EXACTNESS) - rounding;
  }
}
