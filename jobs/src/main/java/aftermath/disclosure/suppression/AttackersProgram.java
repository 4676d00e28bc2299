package aftermath.disclosure.suppression;

import aftermath.disclosure.Equation;
import aftermath.disclosure.LinkedTables;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.BitSet;

/** Deviations of cells as the variables of a solver, and the equations as its constraints. */
final class AttackersProgram implements AutoCloseable {
  private final MPSolver solver;
  private final MPObjective objective;
  private final MPVariable[] variables;
  private final MPConstraint[] rows;
  private final double[] low;
  private final double[] high;

  AttackersProgram(MPSolver solver, LinkedTables tables, BitSet candidates) {
    this.solver = solver;
    this.objective = solver.objective();
    this.variables = new MPVariable[tables.size()];
    this.rows = new MPConstraint[tables.equations().size()];
    this.low = new double[tables.size()];
    this.high = new double[tables.size()];
    candidates.stream().forEach(cell -> variables[cell] = solver.makeNumVar(0, 0, ""));
    for (int e = 0; e < rows.length; e++) {
      addRow(e, tables.equations().get(e));
    }
  }

  private void addRow(int e, Equation equation) {
    boolean isTouched =
        variables[equation.total()] != null
            || Arrays.stream(equation.children()).anyMatch(child -> variables[child] != null);
    if (isTouched) {
      rows[e] = solver.makeConstraint(0, 0);
      set(rows[e], equation.total(), 1);
      for (int child : equation.children()) {
        set(rows[e], child, -1);
      }
    }
  }

  private void set(MPConstraint row, int cell, double coefficient) {
    if (variables[cell] != null) {
      row.setCoefficient(variables[cell], coefficient);
    }
  }

  /**
   * Moves a cell as far as these bounds let it.
   *
   * @param sign 1 up, -1 down
   * @return whether the solver has found out
   */
  boolean push(int cell, int sign, double[] least, double[] most) {
    for (int i = 0; i < variables.length; i++) {
      if (variables[i] != null && (low[i] != least[i] || high[i] != most[i])) {
        variables[i].setBounds(least[i], most[i]);
        low[i] = least[i];
        high[i] = most[i];
      }
    }
    objective.clear();
    objective.setCoefficient(variables[cell], 1);
    objective.setOptimizationDirection(sign > 0);
    if (solver.solve() == MPSolver.ResultStatus.OPTIMAL) {
      return true;
    }
    // From where it was it may lose its way by rounding; from nothing it finds it.
    solver.reset();
    return solver.solve() == MPSolver.ResultStatus.OPTIMAL;
  }

  double[] deviations() {
    return Arrays.stream(variables)
        .mapToDouble(variable -> variable == null ? 0 : variable.solutionValue())
        .toArray();
  }

  /** What an equation's constant is worth; nothing of one without variables. */
  double price(int equation) {
    return rows[equation] == null ? 0 : rows[equation].dualValue();
  }

  @Override
  public void close() {
    solver.delete();
  }
}
