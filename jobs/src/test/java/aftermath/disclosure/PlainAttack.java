package aftermath.disclosure;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.BitSet;

/**
 * The attacker as anybody would write one, in values and not in deviations, with another solver
 * than the program's: made anew for every question.
 */
final class PlainAttack {
  static {
    Loader.loadNativeLibraries();
  }

  private PlainAttack() {}

  /**
   * What can be said of a cell.
   *
   * @param known suppressed cells whose value the attacker knows
   */
  static Interval interval(LinkedTables tables, BitSet suppressed, int cell, BitSet known) {
    return new Interval(
        end(tables, suppressed, cell, known, -1), end(tables, suppressed, cell, known, 1));
  }

  private static double end(
      LinkedTables tables, BitSet suppressed, int cell, BitSet known, int sign) {
    MPSolver solver = MPSolver.createSolver("SCIP");
    var values = new MPVariable[tables.size()];
    for (int i = 0; i < values.length; i++) {
      boolean isUnknown = suppressed.get(i) && !known.get(i);
      double value = tables.cell(i).value();
      values[i] =
          solver.makeNumVar(
              isUnknown ? 0 : value, isUnknown ? MPSolver.infinity() : value, "v" + i);
    }
    for (Equation equation : tables.equations()) {
      MPConstraint sum = solver.makeConstraint(0, 0);
      sum.setCoefficient(values[equation.total()], -1);
      for (int child : equation.children()) {
        sum.setCoefficient(values[child], 1);
      }
    }
    solver.objective().setCoefficient(values[cell], 1);
    solver.objective().setOptimizationDirection(sign > 0);
    MPSolver.ResultStatus status = solver.solve();
    double found =
        status == MPSolver.ResultStatus.OPTIMAL
            ? solver.objective().value()
            : Double.POSITIVE_INFINITY;
    solver.delete();
    return found;
  }
}
