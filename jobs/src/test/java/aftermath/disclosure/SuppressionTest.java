package aftermath.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.disclosure.suppression.AuditReport;
import aftermath.disclosure.suppression.Suppression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionTest {

  @Test
  void aCellThatIsTheDifferenceOfItsRowIsFound() {
    LinkedTables tables = grid(new int[][] {{20, 3, 40}, {50, 60, 70}}, Set.of("0,1"));
    AuditReport audit = audit(tables, "0,1");
    assertFalse(audit.isPassed());
    assertEquals(List.of("0,1"), audit.open());
    assertEquals(3, audit.suppressed().get(0).low());
    assertEquals(3, audit.suppressed().get(0).high());
  }

  @Test
  void twoSuppressedInEveryLineAreNotEnough() {
    // Rows 0 and 1 less columns 0 and 1 leave (0,2), though two are missing in every line.
    var grid = new int[][] {{5, 6, 7, 90}, {8, 9, 80, 70}, {60, 50, 4, 3}, {40, 30, 2, 5}};
    LinkedTables tables = grid(grid, Set.of("0,2"));
    AuditReport audit =
        audit(tables, "0,0", "0,1", "0,2", "1,0", "1,1", "2,2", "2,3", "3,2", "3,3");
    assertFalse(audit.isPassed());
    assertEquals(List.of("0,2"), audit.open());

    Suppression.Result result = choose(tables, false);
    assertTrue(result.isOptimal());
    assertTrue(AuditReport.of(tables, result.suppressed(), false).isPassed());
  }

  @Test
  void theCheapestRectangleIsChosen() {
    LinkedTables tables = grid(new int[][] {{3, 20, 9}, {30, 40, 50}, {7, 60, 8}}, Set.of("0,0"));
    Suppression.Result result = choose(tables, false);
    assertEquals(9 + 7 + 8, result.cost());
    assertEquals(Set.of("0,0", "0,2", "2,0", "2,2"), ids(tables, result.suppressed()));
    assertTrue(result.isOptimal());
    assertEquals(result.cost(), result.lowerBound(), 1e-6);
  }

  @Test
  void whoeverStandsAloneInACellIsReckonedWith() {
    // The lone person of (0,1) knows it, and so the rest of the row, which is (0,0).
    LinkedTables tables = grid(new int[][] {{2, 1, 30}, {50, 60, 70}}, Set.of("0,0", "0,1"));
    BitSet outsiderOnly = choose(tables, false).suppressed();
    assertFalse(AuditReport.of(tables, outsiderOnly, true).isPassed());
    BitSet also = choose(tables, true).suppressed();
    AuditReport audit = AuditReport.of(tables, also, true);
    assertTrue(audit.isPassed());
    assertEquals(1, audit.singletonAttackers());
  }

  @Test
  void whoeverStandsAloneInATotalKnowsItsOnlyPart() {
    LinkedTables tables = grid(new int[][] {{1, 0}, {30, 40}, {50, 60}}, Set.of("0,0", "0,2"));
    BitSet suppressed = choose(tables, true).suppressed();
    assertTrue(AuditReport.of(tables, suppressed, true).isPassed());
    assertEquals(1, new Singletons(tables).in(suppressed).size());
  }

  @Test
  void whatCannotBeProtectedIsNamed() {
    LinkedTables tables =
        new LinkedTables(
            List.of(
                new Cell("total", 12, 12, 12, CellStatus.PUBLISHED, 0, 0),
                new Cell("few", 2, 2, 2, CellStatus.PRIMARY, 1, 1),
                new Cell("many", 10, 10, 10, CellStatus.PUBLISHED, 0, 0)),
            List.of(new Equation("1", 0, new int[] {1, 2})));
    var mistake = assertThrows(DisclosureMistake.class, () -> choose(tables, false));
    assertTrue(mistake.getMessage().contains("few"), mistake::getMessage);
    assertTrue(mistake.getMessage().contains("cannot be protected"), mistake::getMessage);
  }

  @Test
  void aZeroAloneDoesNotProtectSinceItCannotBecomeLess() {
    LinkedTables tables = grid(new int[][] {{4, 0}, {30, 40}}, Set.of("0,0"));
    assertFalse(audit(tables, "0,0", "0,1", "1,0", "1,1").isPassed());
    BitSet suppressed = choose(tables, false).suppressed();
    assertTrue(AuditReport.of(tables, suppressed, false).isPassed());
    assertTrue(ids(tables, suppressed).contains("0,2"));
  }

  @Test
  void aSmallProtectionLevelOfALargeValueIsAskedForAllTheSame() {
    LinkedTables tables =
        new LinkedTables(
            List.of(
                new Cell("total", 3e9, 9, 1, CellStatus.PUBLISHED, 0, 0),
                new Cell("large", 2e9, 4, 1, CellStatus.PRIMARY, 1, 1),
                new Cell("other", 1e9, 5, 1, CellStatus.SUPPRESSIBLE, 0, 0)),
            List.of(new Equation("1", 0, new int[] {1, 2})));
    assertEquals(List.of("large"), audit(tables, "large").open());
    assertTrue(audit(tables, "large", "other").isPassed());
  }

  @Test
  void nothingSensitiveSuppressesNothing() {
    Suppression.Result result = choose(grid(new int[][] {{20, 30}, {40, 50}}, Set.of()), false);
    assertEquals(0, result.suppressed().cardinality());
    assertTrue(result.isOptimal());
  }

  @Test
  void tablesThatDoNotAddUpAreRefused() {
    var cells =
        List.of(
            new Cell("total", 12, 12, 12, CellStatus.SUPPRESSIBLE, 0, 0),
            new Cell("part", 11, 11, 11, CellStatus.SUPPRESSIBLE, 0, 0));
    var mistake =
        assertThrows(
            DisclosureMistake.class,
            () -> new LinkedTables(cells, List.of(new Equation("north", 0, new int[] {1}))));
    assertTrue(mistake.getMessage().contains("equation north"), mistake::getMessage);
  }

  /** A table with totals of rows, columns and all. */
  private static LinkedTables grid(int[][] values, Set<String> sensitive) {
    var cells = new ArrayList<Cell>();
    var equations = new ArrayList<Equation>();
    int rows = values.length;
    int columns = values[0].length;
    for (int r = 0; r <= rows; r++) {
      for (int c = 0; c <= columns; c++) {
        long value = 0;
        for (int i = r == rows ? 0 : r; i < (r == rows ? rows : r + 1); i++) {
          for (int j = c == columns ? 0 : c; j < (c == columns ? columns : c + 1); j++) {
            value += values[i][j];
          }
        }
        String id = r + "," + c;
        boolean is = sensitive.contains(id);
        cells.add(
            new Cell(
                id,
                value,
                value,
                value,
                is ? CellStatus.PRIMARY : CellStatus.SUPPRESSIBLE,
                is ? 1 : 0,
                is ? 1 : 0));
      }
    }
    for (int r = 0; r <= rows; r++) {
      int row = r * (columns + 1);
      equations.add(new Equation("row " + r, row + columns, ints(columns, c -> row + c)));
    }
    for (int c = 0; c <= columns; c++) {
      int column = c;
      equations.add(
          new Equation(
              "column " + c,
              rows * (columns + 1) + c,
              ints(rows, r -> r * (columns + 1) + column)));
    }
    return new LinkedTables(cells, equations);
  }

  private static int[] ints(int count, java.util.function.IntUnaryOperator place) {
    return java.util.stream.IntStream.range(0, count).map(place).toArray();
  }

  private static AuditReport audit(LinkedTables tables, String... suppressed) {
    return AuditReport.of(
        tables, tables.places(cell -> Set.of(suppressed).contains(cell.id())), false);
  }

  private static Set<String> ids(LinkedTables tables, BitSet cells) {
    return cells.stream()
        .mapToObj(cell -> tables.cell(cell).id())
        .collect(java.util.stream.Collectors.toSet());
  }

  private static Suppression.Result choose(LinkedTables tables, boolean withSingletons) {
    return Suppression.choose(
        tables,
        new Suppression.Options(withSingletons, Duration.ofSeconds(20)),
        (cost, bound, inequalities) -> {});
  }
}
