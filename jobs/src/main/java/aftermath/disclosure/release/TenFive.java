package aftermath.disclosure.release;

import aftermath.disclosure.Interval;

/**
 * Counts below ten are left out, all others rounded to the nearest multiple of five: meant to need
 * no complementary suppression, since totals are uncertain by more than what is missing.
 *
 * <p>NHS England, Hospital Episode Statistics analysis guide: small numbers are left out, the rest
 * is rounded to five.
 */
final class TenFive implements Perturbation {
  private static final int TEN = 10;
  private static final int FIVE = 5;
  private static final int HALF = 2;

  @Override
  public Perturbed of(CellKey key, Sum sum) {
    if (sum.value() == 0) {
      return new Perturbed(0L, new Interval(0, 0));
    }
    if (sum.contributors() < TEN) {
      return new Perturbed(
          null, new Interval(1, sum.value() < TEN ? TEN - 1.0 : Double.POSITIVE_INFINITY));
    }
    long rounded = (sum.value() + HALF) / FIVE * FIVE;
    return new Perturbed(
        rounded, new Interval(Math.max(TEN, rounded - HALF), rounded + (double) HALF));
  }

  @Override
  public double leastWidth() {
    return HALF + 1;
  }
}
