package aftermath.disclosure.suppression;

import aftermath.disclosure.Attacker;
import aftermath.disclosure.Cell;
import aftermath.disclosure.Interval;
import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.Singletons;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What the marks of suppressed cells leave room for. That each of eight parts of a total below ten
 * is at least one says much of them, whatever else is left out: no more can be asked than what is
 * uncertain then.
 */
public final class Room {
  /** A little less than what a solver found, which is exact but for rounding. */
  private static final double SURELY = 1 - 1e-6;

  private final LinkedTables asked;
  private final LinkedTables limited;
  private final Set<Integer> lacking;

  private Room(LinkedTables asked, LinkedTables limited, Set<Integer> lacking) {
    this.asked = asked;
    this.limited = limited;
    this.lacking = lacking;
  }

  /** The tables with protection levels that can be met, but for the cells that lack room. */
  public LinkedTables limited() {
    return limited;
  }

  /** Places of the cells of which too much is told even if all that may be suppressed is. */
  public Set<Integer> lacking() {
    return lacking;
  }

  /**
   * Looks at every cell that needs protection.
   *
   * @param leastWidth of the interval that has to be left to it
   */
  public static Room of(LinkedTables tables, double leastWidth) {
    return of(tables, leastWidth, place -> false);
  }

  /**
   * The same of these tables, some of whose marks tell less: what had room enough has it still, and
   * is not looked at again.
   *
   * @param tables the same cells in the same places
   */
  public Room whereLessIsTold(LinkedTables tables, double leastWidth) {
    return of(
        tables,
        leastWidth,
        place ->
            !lacking.contains(place)
                && tables.cell(place).equals(asked.cell(place))
                && limited.cell(place).equals(asked.cell(place)));
  }

  private static Room of(LinkedTables tables, double leastWidth, IntPredicate hasEnough) {
    BitSet all = tables.places(Cell::mayBeSuppressed);
    var singletons = new Singletons(tables);
    Map<Integer, Cell> limited = new HashMap<>();
    var lacking = new LinkedHashSet<Integer>();
    try (var program = new Deviations(tables, all)) {
      program.suppress(all);
      for (int place : tables.threatened()) {
        if (hasEnough.test(place)) {
          continue;
        }
        Cell cell = tables.cell(place);
        Left left = left(cell, 1, program.interval(place, singletons.togetherBut(place)));
        if (!left.isAtLeast(leastWidth)) {
          // Not all of them put together what they know: each alone may leave more.
          left = leftByEach(tables, program, singletons, place);
        }
        if (left.isAtLeast(leastWidth)) {
          limited.put(
              place,
              cell.protectedBy(
                  Math.min(cell.lowerProtection(), left.below() * SURELY),
                  Math.min(cell.upperProtection(), left.above() * SURELY)));
        } else {
          lacking.add(place);
        }
      }
    }
    return new Room(tables, tables.with(limited), lacking);
  }

  private static Left leftByEach(
      LinkedTables tables, Deviations program, Singletons singletons, int place) {
    Cell cell = tables.cell(place);
    Deviations.Said byOutsider = program.said(place, Attacker.OUTSIDER);
    Left left = left(cell, 1, byOutsider.interval());
    for (Attacker attacker : singletons.in(byOutsider.moved())) {
      double share = attacker.shareUnknown(tables, place);
      if (share > 0) {
        left = left.least(left(cell, share, program.interval(place, attacker)));
      }
    }
    return left;
  }

  /** How far from its value a cell may be thought, for so much as is asked of an attacker. */
  private record Left(double below, double above) {
    boolean isAtLeast(double width) {
      return below + above >= width * SURELY;
    }

    Left least(Left other) {
      return new Left(Math.min(below, other.below), Math.min(above, other.above));
    }
  }

  private static Left left(Cell cell, double share, Interval interval) {
    return new Left(
        Math.max(0, cell.value() - interval.low()) / share,
        Math.max(0, interval.high() - cell.value()) / share);
  }
}
