package aftermath.disclosure.suppression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import aftermath.disclosure.Cell;
import aftermath.disclosure.CellStatus;
import aftermath.disclosure.Equation;
import aftermath.disclosure.LinkedTables;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SolverTest {

  @Test
  void theSolverThatIsAskedWhenTheUsualOneGivesUpSaysTheSame() {
    LinkedTables tables =
        new LinkedTables(
            List.of(
                new Cell("total", 12, 12, 12, CellStatus.PUBLISHED, 0, 0),
                new Cell("few", 2, 2, 2, CellStatus.PRIMARY, 1, 1),
                new Cell("more", 10, 10, 10, CellStatus.SUPPRESSIBLE, 0, 0)),
            List.of(new Equation("1", 0, new int[] {1, 2})));
    var both = new BitSet();
    both.set(1, 3);
    double[] least = {0, -2, -10};
    double[] most = {0, 100, 100};
    for (var solver : List.of(Solver.linear(), Solver.otherLinear())) {
      assertNotNull(solver);
      try (var program = new AttackersProgram(solver, tables, both)) {
        program.push(1, 1, least, most);
        assertEquals(10, program.deviations()[1], 1e-9);
        assertEquals(-10, program.deviations()[2], 1e-9);
        program.push(1, -1, least, most);
        assertEquals(-2, program.deviations()[1], 1e-9);
      }
    }
  }
}
