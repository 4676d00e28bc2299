package aftermath.disclosure.suppression;

import aftermath.disclosure.LinkedTables;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The cheapest pattern that meets the inequalities known so far. */
final class Master implements AutoCloseable {
  private final LinkedTables tables;
  private final MPSolver solver;
  private final MPObjective objective;
  private final MPVariable[] isSuppressed;

  private Master(LinkedTables tables, MPSolver solver, boolean isWhole) {
    this.tables = tables;
    this.solver = solver;
    this.objective = solver.objective();
    this.objective.setMinimization();
    this.isSuppressed = new MPVariable[tables.size()];
    tables.places(cell -> cell.mayBeSuppressed() && !cell.isNeverPublished()).stream()
        .forEach(
            cell -> {
              isSuppressed[cell] = solver.makeVar(0, 1, isWhole, "y" + cell);
              objective.setCoefficient(isSuppressed[cell], tables.cell(cell).cost());
            });
  }

  /** Cells may be suppressed in part: a lower bound of the cost. */
  static Master inParts(LinkedTables tables) {
    return new Master(tables, Solver.linear(), false);
  }

  /** Cells are suppressed or not. */
  static Master whole(LinkedTables tables) {
    return new Master(tables, Solver.integer(), true);
  }

  void add(List<Cut> cuts) {
    for (Cut cut : cuts) {
      MPConstraint row = solver.makeConstraint(1, MPSolver.infinity());
      for (int i = 0; i < cut.cells().length; i++) {
        row.setCoefficient(isSuppressed[cut.cells()[i]], cut.weights()[i]);
      }
    }
  }

  /** Of all others these are left as they are. */
  void fix(BitSet free, BitSet suppressed) {
    for (int cell = 0; cell < isSuppressed.length; cell++) {
      if (isSuppressed[cell] != null && !free.get(cell)) {
        double is = suppressed.get(cell) ? 1 : 0;
        isSuppressed[cell].setBounds(is, is);
      }
    }
  }

  /** A pattern to begin with. */
  void hint(BitSet suppressed) {
    var variables = new ArrayList<MPVariable>();
    var values = new ArrayList<Double>();
    for (int cell = 0; cell < isSuppressed.length; cell++) {
      if (isSuppressed[cell] != null) {
        variables.add(isSuppressed[cell]);
        values.add(suppressed.get(cell) ? 1.0 : 0.0);
      }
    }
    solver.setHint(
        variables.toArray(MPVariable[]::new),
        values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /**
   * @param parts by how much each cell is suppressed; of sensitive ones wholly
   * @param bound no pattern that meets the inequalities costs less
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Found(double[] parts, double cost, double bound, boolean isOptimal) {

    BitSet suppressed() {
      var cells = new BitSet();
      for (int cell = 0; cell < parts.length; cell++) {
        cells.set(cell, parts[cell] > 0.5);
      }
      return cells;
    }
  }

  /** Empty if there was no time, or no pattern meets the inequalities. */
  Optional<Found> solve(Duration atMost) {
    solver.setTimeLimit(Math.max(1, atMost.toMillis()));
    var parameters = new MPSolverParameters();
    parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 1e-9);
    MPSolver.ResultStatus status = solver.solve(parameters);
    boolean isOptimal = status == MPSolver.ResultStatus.OPTIMAL;
    // A relaxation that is not solved to its end bounds nothing.
    if (!isOptimal && !(solver.isMip() && status == MPSolver.ResultStatus.FEASIBLE)) {
      return Optional.empty();
    }
    var parts = new double[tables.size()];
    for (int cell = 0; cell < parts.length; cell++) {
      if (isSuppressed[cell] != null) {
        parts[cell] = Math.max(0, Math.min(1, isSuppressed[cell].solutionValue()));
      } else {
        parts[cell] = tables.cell(cell).isNeverPublished() ? 1 : 0;
      }
    }
    double bound = solver.isMip() ? objective.bestBound() : objective.value();
    return Optional.of(new Found(parts, objective.value(), bound, isOptimal));
  }

  @Override
  public void close() {
    solver.delete();
  }
}
