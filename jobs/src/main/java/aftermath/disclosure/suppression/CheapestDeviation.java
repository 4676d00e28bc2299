package aftermath.disclosure.suppression;

import aftermath.disclosure.Equation;
import aftermath.disclosure.LinkedTables;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * Which cells must be suppressed to avert one threat, and cost least by the amount they deviate:
 * the linear relaxation of the cheapest pattern, a cheapest flow in a table of two dimensions.
 *
 * <p>Kelly, Golden, Assad (1992): Cell Suppression: Disclosure Protection for Sensitive Tabular
 * Data. Networks 22, 397-417.
 */
final class CheapestDeviation implements AutoCloseable {
  private static final double MOVED = 1e-7;

  private final LinkedTables tables;
  private final MPSolver solver = Solver.linear();
  private final MPObjective objective;
  private final MPVariable[] up;
  private final MPVariable[] down;

  CheapestDeviation(LinkedTables tables) {
    this.tables = tables;
    this.objective = solver.objective();
    this.objective.setMinimization();
    this.up = new MPVariable[tables.size()];
    this.down = new MPVariable[tables.size()];
    tables.places(cell -> cell.mayBeSuppressed()).stream()
        .forEach(
            cell -> {
              up[cell] = solver.makeNumVar(0, mostUp(cell), "u" + cell);
              down[cell] = solver.makeNumVar(0, mostDown(cell), "d" + cell);
            });
    for (Equation equation : tables.equations()) {
      MPConstraint row = solver.makeConstraint(0, 0);
      set(row, equation.total(), 1);
      for (int child : equation.children()) {
        set(row, child, -1);
      }
    }
  }

  private void set(MPConstraint row, int cell, double coefficient) {
    if (up[cell] != null) {
      row.setCoefficient(up[cell], coefficient);
      row.setCoefficient(down[cell], -coefficient);
    }
  }

  /** What it costs to move a cell by one; what is suppressed already costs nothing. */
  void price(IntToDoubleFunction prices) {
    for (int cell = 0; cell < up.length; cell++) {
      if (up[cell] != null) {
        double price = prices.applyAsDouble(cell);
        objective.setCoefficient(up[cell], price);
        objective.setCoefficient(down[cell], price);
      }
    }
  }

  void isFree(int cell) {
    objective.setCoefficient(up[cell], 0);
    objective.setCoefficient(down[cell], 0);
  }

  /** The cells that deviate; empty if nothing averts the threat. */
  Optional<BitSet> averting(Threat threat) {
    BitSet known = threat.attacker().knows();
    known.stream().filter(cell -> up[cell] != null).forEach(this::hold);
    MPVariable there = threat.sign() > 0 ? up[threat.cell()] : down[threat.cell()];
    MPVariable back = threat.sign() > 0 ? down[threat.cell()] : up[threat.cell()];
    double most = there.ub();
    double mostBack = back.ub();
    there.setBounds(threat.need(), Math.max(most, threat.need()));
    back.setUb(0);
    boolean isPossible = threat.need() <= most && solver.solve() == MPSolver.ResultStatus.OPTIMAL;
    Optional<BitSet> moved = isPossible ? Optional.of(moved(threat)) : Optional.empty();
    there.setBounds(0, most);
    back.setUb(mostBack);
    known.stream().filter(cell -> up[cell] != null).forEach(this::release);
    return moved;
  }

  private void hold(int cell) {
    up[cell].setUb(0);
    down[cell].setUb(0);
  }

  private void release(int cell) {
    up[cell].setUb(mostUp(cell));
    down[cell].setUb(mostDown(cell));
  }

  private double mostUp(int cell) {
    double most = tables.cell(cell).known().high() - tables.cell(cell).value();
    return Double.isInfinite(most) ? MPSolver.infinity() : Math.max(0, most);
  }

  private double mostDown(int cell) {
    return Math.max(0, tables.cell(cell).value() - tables.cell(cell).known().low());
  }

  private BitSet moved(Threat threat) {
    var cells = new BitSet();
    double least = MOVED * Math.min(1, threat.need());
    for (int cell = 0; cell < up.length; cell++) {
      if (up[cell] != null) {
        double deviation = up[cell].solutionValue() - down[cell].solutionValue();
        cells.set(cell, Math.abs(deviation) > least);
      }
    }
    return cells;
  }

  @Override
  public void close() {
    solver.delete();
  }
}
