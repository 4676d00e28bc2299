package aftermath.disclosure.suppression;

import aftermath.disclosure.Attacker;
import aftermath.disclosure.Equation;
import aftermath.disclosure.Interval;
import aftermath.disclosure.LinkedTables;
import java.util.BitSet;

/**
 * The attacker's linear program, told in deviations from the true values: a change of what is
 * suppressed that no published equation contradicts is a table the attacker has to reckon with. A
 * published cell deviates by nothing, a suppressed one by what leaves it within all that everybody
 * knows of it.
 *
 * <p>Fischetti, Salazar-González (2000): Models and Algorithms for Optimizing Cell Suppression in
 * Tabular Data with Linear Constraints. JASA 95 (451), 916-928.
 */
final class Deviations implements AutoCloseable {
  private static final double NOTHING = 1e-7;
  private static final double MISSING = 1e-6;

  private final LinkedTables tables;
  private final BitSet candidates;
  private final AttackersProgram usual;
  private final double unlimited;
  private final double[] low;
  private final double[] high;
  private AttackersProgram other;

  /**
   * @param candidates the cells that may deviate at all
   */
  Deviations(LinkedTables tables, BitSet candidates) {
    this.tables = tables;
    this.candidates = (BitSet) candidates.clone();
    this.usual = new AttackersProgram(Solver.linear(), tables, candidates);
    this.low = new double[tables.size()];
    this.high = new double[tables.size()];
    this.unlimited =
        10 + 10 * tables.cells().stream().mapToDouble(cell -> cell.value()).max().orElse(0);
  }

  /**
   * What a threat comes to.
   *
   * @param deviations of every cell, in the table that is as far away as is needed or possible
   * @param worths if that is not far enough: how much farther it would be if a cell could deviate
   *     by one more; else nothing
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Reached(boolean isFarEnough, double[] deviations, double[] worths) {}

  /** Everything suppressed may deviate as far as an attacker must think. */
  void suppress(BitSet suppressed) {
    for (int cell = 0; cell < low.length; cell++) {
      low[cell] = suppressed.get(cell) ? -mostDown(cell) : 0;
      high[cell] = suppressed.get(cell) ? mostUp(cell) : 0;
    }
  }

  /**
   * Cells that are suppressed by a part may deviate by that part.
   *
   * @param atMost no deviation needs to be greater
   */
  void suppressInPart(double[] parts, double atMost) {
    for (int cell = 0; cell < low.length; cell++) {
      low[cell] = -Math.min(mostDown(cell), atMost) * parts[cell];
      high[cell] = Math.min(mostUp(cell), atMost) * parts[cell];
    }
  }

  private double mostDown(int cell) {
    return Math.max(0, tables.cell(cell).value() - tables.cell(cell).known().low());
  }

  private double mostUp(int cell) {
    return Math.max(
        0, Math.min(unlimited, tables.cell(cell).known().high() - tables.cell(cell).value()));
  }

  /** How far the sensitive value may be from the true one, as far as is needed. */
  Reached reach(Threat threat) {
    double[] least = low.clone();
    double[] most = high.clone();
    fixKnown(threat.attacker(), least, most);
    least[threat.cell()] = threat.sign() > 0 ? 0 : -threat.need();
    most[threat.cell()] = threat.sign() > 0 ? threat.need() : 0;
    AttackersProgram program = push(threat.cell(), threat.sign(), least, most);
    double[] deviations = program.deviations();
    boolean isFarEnough = threat.sign() * deviations[threat.cell()] > threat.need() * (1 - MISSING);
    return new Reached(
        isFarEnough, deviations, isFarEnough ? new double[0] : worths(threat, program));
  }

  /**
   * From the prices of the equations follows what the deviation of each cell would be worth, also
   * of cells that are none of this program: equations that it lacks may have any price, and have
   * none.
   */
  private double[] worths(Threat threat, AttackersProgram program) {
    var worths = new double[tables.size()];
    worths[threat.cell()] = threat.sign();
    for (int e = 0; e < tables.equations().size(); e++) {
      // For the lower side the program minimises, and its prices are those of the opposite.
      double price = threat.sign() * program.price(e);
      if (Math.abs(price) > NOTHING) {
        Equation equation = tables.equations().get(e);
        worths[equation.total()] -= price;
        for (int child : equation.children()) {
          worths[child] += price;
        }
      }
    }
    for (int cell = 0; cell < worths.length; cell++) {
      if (!tables.cell(cell).mayBeSuppressed() || Math.abs(worths[cell]) < NOTHING) {
        worths[cell] = 0;
      }
    }
    return worths;
  }

  /**
   * All that an attacker can say of a cell.
   *
   * @param moved the cells that deviate at either end: whoever knows none of these can say no more
   */
  record Said(Interval interval, BitSet moved) {}

  /** All that an attacker can say of a suppressed cell. */
  Interval interval(int cell, Attacker attacker) {
    return said(cell, attacker).interval();
  }

  /** The same, with the cells on which it hangs. */
  Said said(int cell, Attacker attacker) {
    double value = tables.cell(cell).value();
    if (!candidates.get(cell) || attacker.knows(cell)) {
      return new Said(new Interval(value, value), new BitSet());
    }
    double[] least = low.clone();
    double[] most = high.clone();
    fixKnown(attacker, least, most);
    double[] up = push(cell, 1, least, most).deviations();
    double[] down = push(cell, -1, least, most).deviations();
    Interval known = tables.cell(cell).known();
    var interval =
        new Interval(
            Math.max(known.low(), value + down[cell]),
            up[cell] < unlimited * 0.999
                ? Math.min(known.high(), value + up[cell])
                : Double.POSITIVE_INFINITY);
    var moved = new BitSet();
    for (int i = 0; i < up.length; i++) {
      moved.set(i, Math.abs(up[i]) > NOTHING || Math.abs(down[i]) > NOTHING);
    }
    return new Said(interval, moved);
  }

  private static void fixKnown(Attacker attacker, double[] least, double[] most) {
    attacker.knows().stream()
        .forEach(
            cell -> {
              least[cell] = 0;
              most[cell] = 0;
            });
  }

  /** The program that knows the answer: the usual one, or another where that one gave up. */
  private AttackersProgram push(int cell, int sign, double[] least, double[] most) {
    if (usual.push(cell, sign, least, most)) {
      return usual;
    }
    if (other == null) {
      other = new AttackersProgram(Solver.otherLinear(), tables, candidates);
    }
    if (other.push(cell, sign, least, most)) {
      return other;
    }
    // Nothing deviating is always possible, and every deviation is bounded.
    throw new IllegalStateException("Two solvers gave up on an attacker's linear program");
  }

  @Override
  public void close() {
    usual.close();
    if (other != null) {
      other.close();
    }
  }
}
