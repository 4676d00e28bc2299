package aftermath.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.disclosure.MadeTables.Dimension;
import aftermath.disclosure.suppression.AuditReport;
import aftermath.disclosure.suppression.Suppression;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the tables: what is suppressed stays unknown, and nothing is suppressed in vain. */
class SuppressionProperties {
  private static final List<Dimension> SMALL =
      List.of(new Dimension("A", List.of(2, 1)), new Dimension("B", List.of(1, 1)));
  private static final List<Dimension> LINKED =
      List.of(
          new Dimension("A", List.of(3, 2, 1)),
          new Dimension("B", List.of(1, 1, 1)),
          new Dimension("C", List.of(2, 2)));

  @Property(tries = 10)
  void anotherAttackerWithAnotherProgramRecoversNothing(@ForAll long seed) {
    LinkedTables tables = MadeTables.of(new Random(seed), LINKED, 150, 3);
    BitSet suppressed = choose(tables, false).suppressed();
    for (int cell : tables.threatened()) {
      Interval interval = PlainAttack.interval(tables, suppressed, cell, new BitSet());
      assertFar(tables.cell(cell), interval, 1);
    }
  }

  @Property(tries = 5)
  void neitherDoesWhoeverStandsInACellAlone(@ForAll long seed) {
    LinkedTables tables = MadeTables.of(new Random(seed), LINKED, 150, 2);
    BitSet suppressed = protectedAlsoFromSingletons(tables);
    for (Attacker attacker : new Singletons(tables).in(suppressed)) {
      for (int cell : tables.threatened()) {
        if (!attacker.knows(cell)) {
          assertFar(
              tables.cell(cell),
              PlainAttack.interval(tables, suppressed, cell, attacker.knows()),
              attacker.shareUnknown(tables, cell));
        }
      }
    }
  }

  @Property(tries = 6)
  void noComplementaryCellCanBeTakenBack(@ForAll long seed) {
    LinkedTables tables = MadeTables.of(new Random(seed), LINKED, 150, 3);
    BitSet suppressed = choose(tables, false).suppressed();
    for (int cell = suppressed.nextSetBit(0); cell >= 0; cell = suppressed.nextSetBit(cell + 1)) {
      if (!tables.cell(cell).isPrimary()) {
        BitSet fewer = (BitSet) suppressed.clone();
        fewer.clear(cell);
        assertFalse(AuditReport.of(tables, fewer, false).isPassed(), tables.cell(cell).id());
      }
    }
  }

  @Property(tries = 6)
  void noPatternOfAllIsCheaperThanTheOneCalledOptimal(@ForAll long seed) {
    LinkedTables tables = MadeTables.of(new Random(seed), SMALL, 40, 3);
    Suppression.Result result = choose(tables, false);
    assertTrue(result.isOptimal());
    assertEquals(cheapestOfAll(tables), result.cost(), 1e-6);
  }

  private static BitSet protectedAlsoFromSingletons(LinkedTables tables) {
    try {
      return choose(tables, true).suppressed();
    } catch (DisclosureMistake e) {
      // In a few small tables whoever stands alone in a cell cannot be kept from the others.
      assertTrue(e.getMessage().contains("cannot be protected"), e::getMessage);
      Assume.that(false);
      throw e;
    }
  }

  private static Suppression.Result choose(LinkedTables tables, boolean withSingletons) {
    return Suppression.choose(
        tables,
        new Suppression.Options(withSingletons, Duration.ofSeconds(20)),
        (cost, bound, inequalities) -> {});
  }

  private static double cheapestOfAll(LinkedTables tables) {
    int[] free =
        tables.places(cell -> cell.status() == CellStatus.SUPPRESSIBLE && cell.value() > 0).stream()
            .toArray();
    double cheapest = Double.POSITIVE_INFINITY;
    for (long pattern = 0; pattern < 1L << free.length; pattern++) {
      BitSet suppressed = tables.places(Cell::isPrimary);
      double cost = 0;
      for (int i = 0; i < free.length; i++) {
        if ((pattern >> i & 1) == 1) {
          suppressed.set(free[i]);
          cost += tables.cell(free[i]).cost();
        }
      }
      if (cost < cheapest && AuditReport.of(tables, suppressed, false).isPassed()) {
        cheapest = cost;
      }
    }
    return cheapest;
  }

  private static void assertFar(Cell cell, Interval interval, double share) {
    assertTrue(
        interval.low() <= cell.value() - share * cell.lowerProtection() + 1e-6
            && interval.high() >= cell.value() + share * cell.upperProtection() - 1e-6,
        () -> cell + " " + interval);
  }
}
