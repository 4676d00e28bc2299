package aftermath.disclosure.suppression;

import aftermath.disclosure.Cell;
import aftermath.disclosure.Equation;
import aftermath.disclosure.LinkedTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The inequalities found so far. */
final class Cuts {
  private static final double VIOLATED = 1e-6;

  private final LinkedTables tables;
  private final Set<Cut> cuts = new LinkedHashSet<>();

  Cuts(LinkedTables tables) {
    this.tables = tables;
    Threat.ofOutsider(tables).forEach(this::addOfOwnEquations);
  }

  List<Cut> all() {
    return new ArrayList<>(cuts);
  }

  int size() {
    return cuts.size();
  }

  /** A sensitive cell that alone is left out of an equation is the difference of the others. */
  private void addOfOwnEquations(Threat threat) {
    for (int e : tables.equationsOf(threat.cell())) {
      Equation equation = tables.equations().get(e);
      int[] others =
          IntStream.concat(IntStream.of(equation.total()), IntStream.of(equation.children()))
              .filter(cell -> cell != threat.cell() && tables.cell(cell).mayBeSuppressed())
              .sorted()
              .toArray();
      if (IntStream.of(others).noneMatch(cell -> tables.cell(cell).isNeverPublished())) {
        cuts.add(new Cut(others, IntStream.of(others).mapToDouble(cell -> 1).toArray()));
      }
    }
  }

  /**
   * Adds what follows from a threat that was not averted.
   *
   * @param worths what each deviation would be worth, from the attacker's program
   * @param parts by how much each cell is suppressed; an inequality that they meet is none
   */
  void add(Threat threat, double[] worths, double[] parts) {
    double missing = threat.need();
    var cells = new ArrayList<Integer>();
    var weights = new ArrayList<Double>();
    for (int cell = 0; cell < worths.length; cell++) {
      double worth = cell == threat.cell() ? 0 : weight(worths[cell], cell, threat.need());
      if (worth == 0 || threat.attacker().knows(cell)) {
        continue;
      }
      if (tables.cell(cell).isNeverPublished()) {
        missing -= worth;
      } else {
        cells.add(cell);
        weights.add(worth);
      }
    }
    if (missing < VIOLATED * threat.need()) {
      return;
    }
    double rest = missing;
    var cut =
        new Cut(
            cells.stream().mapToInt(Integer::intValue).toArray(),
            weights.stream().mapToDouble(weight -> Math.min(1, weight / rest)).toArray());
    if (cut.reachedBy(parts) < 1 - VIOLATED) {
      cuts.add(cut);
    }
  }

  /** True if no inequality that is known forbids to take a cell back. */
  boolean areMetWithout(int cell, BitSet suppressed) {
    BitSet rest = (BitSet) suppressed.clone();
    rest.clear(cell);
    return cuts.stream()
        .filter(cut -> Arrays.binarySearch(cut.cells(), cell) >= 0)
        .allMatch(cut -> cut.reachedBy(rest) > 1 - VIOLATED);
  }

  void add(Threat threat, double[] worths, BitSet suppressed) {
    var parts = new double[tables.size()];
    suppressed.stream().forEach(cell -> parts[cell] = 1);
    add(threat, worths, parts);
  }

  /**
   * No cell is worth more than all that is needed: whoever suppresses it has met the inequality. A
   * deviation ends where everybody knows that the value cannot be.
   */
  private double weight(double worth, int cell, double need) {
    Cell moved = tables.cell(cell);
    double most =
        worth > 0 ? moved.known().high() - moved.value() : moved.value() - moved.known().low();
    return worth == 0 ? 0 : Math.max(0, Math.min(need, Math.abs(worth) * most));
  }
}
