package aftermath.disclosure.release;

import aftermath.disclosure.DisclosureMistake;
import aftermath.disclosure.Interval;
import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Every number is rounded to a multiple of a base so that all totals of all tables still add up,
 * and as little is changed as possible. At first each may only go to one of its two nearest
 * multiples; linked tables may have no such rounding, and then one step more is allowed.
 *
 * <p>Salazar-González, Lowthian, Young, Merola, Bond, Brown (2004): Getting the best results in
 * controlled rounding with the least effort. PSD 2004, LNCS 3050, 58-72.
 */
final class ControlledRounding implements Perturbation {
  private static final int MOST_STEPS = 3;

  private final int base;
  private final Map<CellKey, Long> rounded;
  private final int steps;

  static {
    Loader.loadNativeLibraries();
  }

  /**
   * @throws DisclosureMistake if no rounding was found in time
   */
  ControlledRounding(Tabulation tabulation, int base, Duration atMost) {
    this.base = base;
    Map<CellKey, Long> found = null;
    int allowed = 0;
    while (found == null && allowed < MOST_STEPS) {
      found = solve(tabulation, base, ++allowed, atMost);
    }
    if (found == null) {
      throw DisclosureMistake.cannotBeRounded(base, atMost.toSeconds());
    }
    this.rounded = found;
    this.steps = allowed;
  }

  @Override
  public Perturbed of(CellKey key, Sum sum) {
    long value = rounded.get(key);
    if (sum.value() == 0) {
      return new Perturbed(0L, new Interval(0, 0));
    }
    double most = (double) steps * base - 1;
    return new Perturbed(value, new Interval(Math.max(0, value - most), value + most));
  }

  @Override
  public double leastWidth() {
    return base - 1;
  }

  /** Null if there is none. */
  private static Map<CellKey, Long> solve(
      Tabulation tabulation, int base, int steps, Duration atMost) {
    MPSolver solver = MPSolver.createSolver("SCIP");
    try {
      solver.setTimeLimit(atMost.toMillis());
      solver.objective().setMinimization();
      var multiples = new LinkedHashMap<CellKey, MPVariable>();
      tabulation
          .sums()
          .forEach((key, sum) -> multiples.put(key, multiple(solver, key, sum, base, steps)));
      for (Map.Entry<CellKey, Set<Set<CellKey>>> total : tabulation.parts().entrySet()) {
        for (Set<CellKey> parts : total.getValue()) {
          MPConstraint sum = solver.makeConstraint(0, 0);
          sum.setCoefficient(multiples.get(total.getKey()), -1);
          parts.forEach(part -> sum.setCoefficient(multiples.get(part), 1));
        }
      }
      MPSolver.ResultStatus status = solver.solve();
      if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
        return null;
      }
      var rounded = new HashMap<CellKey, Long>();
      multiples.forEach(
          (key, multiple) -> rounded.put(key, Math.round(multiple.solutionValue()) * base));
      return rounded;
    } finally {
      solver.delete();
    }
  }

  /** How often the base a number becomes, and what it costs to take the farther multiple. */
  private static MPVariable multiple(MPSolver solver, CellKey key, Sum sum, int base, int steps) {
    long below = sum.value() / base;
    long rest = sum.value() % base;
    long least = Math.max(0, below - (steps - 1));
    long most = sum.value() == 0 ? 0 : below + (rest == 0 ? steps - 1 : steps);
    MPVariable multiple = solver.makeIntVar(least, most, key.id());
    MPVariable up = solver.makeNumVar(0, MPSolver.infinity(), "");
    MPVariable down = solver.makeNumVar(0, MPSolver.infinity(), "");
    // base * multiple - up + down = value
    MPConstraint distance = solver.makeConstraint(sum.value(), sum.value());
    distance.setCoefficient(multiple, base);
    distance.setCoefficient(up, -1);
    distance.setCoefficient(down, 1);
    solver.objective().setCoefficient(up, 1);
    solver.objective().setCoefficient(down, 1);
    return multiple;
  }
}
