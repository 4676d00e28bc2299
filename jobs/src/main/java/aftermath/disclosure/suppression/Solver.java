package aftermath.disclosure.suppression;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;

/** Opens the solvers of OR-tools. */
final class Solver {
  static {
    Loader.loadNativeLibraries();
  }

  private Solver() {}

  /** For linear programs: Google's simplex, which goes on from where it was. */
  static MPSolver linear() {
    return MPSolver.createSolver("GLOP");
  }

  /** For the few linear programs on which that one gives up. */
  static MPSolver otherLinear() {
    return MPSolver.createSolver("CLP");
  }

  /** For programs with yes and no. */
  static MPSolver integer() {
    return MPSolver.createSolver("SCIP");
  }
}
