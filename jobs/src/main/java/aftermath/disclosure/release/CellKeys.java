package aftermath.disclosure.release;

import aftermath.disclosure.Interval;

/**
 * A little noise on every count, from a table, by the sum of the record keys of the people in it:
 * the same people get the same noise in every table and release, whatever the cell is called.
 * Totals are perturbed like all others and need not add up; zeros stay.
 *
 * <p>Fraser, Wooton (2005): A proposed method for confidentialising tabular output to protect
 * against differencing. UNECE Work Session on Statistical Data Confidentiality.
 */
final class CellKeys implements Perturbation {
  /** No count is changed by more. */
  static final int MOST = 4;

  static final double VARIANCE = 2;

  private static final int RANGE = 256;
  private static final NoiseTable NOISE = new NoiseTable(MOST, VARIANCE);

  private final CellDice dice;

  CellKeys(CellDice dice) {
    this.dice = dice;
  }

  @Override
  public Perturbed of(CellKey key, Sum sum) {
    if (sum.value() == 0) {
      return new Perturbed(0L, new Interval(0, 0));
    }
    long perturbed = sum.value() + NOISE.of(sum.value(), dice.ofRecordKeys(sum, RANGE));
    return new Perturbed(
        perturbed, new Interval(Math.max(0, perturbed - MOST), perturbed + (double) MOST));
  }

  @Override
  public double leastWidth() {
    return MOST;
  }
}
