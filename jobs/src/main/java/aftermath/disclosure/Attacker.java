package aftermath.disclosure;

import java.util.BitSet;

/**
 * Somebody who solves the equations of what was published.
 *
 * @param knows places of the cells whose value they know because they alone stand in them; none for
 *     somebody who knows no more than what is published
 * @param partOf places of the cells that they stand in with others
 * @param amount what they themselves contribute
 */
public record Attacker(BitSet knows, BitSet partOf, double amount) {
  public static final Attacker OUTSIDER = new Attacker(new BitSet(), new BitSet(), 0);

  public boolean isOutsider() {
    return knows.isEmpty();
  }

  public boolean knows(int cell) {
    return knows.get(cell);
  }

  /**
   * By how much of its protection levels a cell can be protected against them: of one that they
   * stand in, the levels are asked of what the others contribute.
   */
  public double shareUnknown(LinkedTables tables, int cell) {
    if (knows(cell)) {
      return 0;
    }
    double value = tables.cell(cell).value();
    return partOf.get(cell) && value > 0 ? Math.max(0, value - amount) / value : 1;
  }
}
