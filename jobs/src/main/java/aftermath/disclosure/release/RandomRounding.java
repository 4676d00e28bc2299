package aftermath.disclosure.release;

import aftermath.disclosure.Interval;

/**
 * Every number is rounded for itself to one of the two nearest multiples of a base, the nearer with
 * the greater probability, so that on average nothing is added or lost. Totals are rounded like all
 * others and need not add up.
 *
 * <p>Statistics New Zealand, RR3: multiples of three stay; of others, the nearest multiple with two
 * thirds, the other with one third.
 */
final class RandomRounding implements Perturbation {
  private final int base;
  private final CellDice dice;

  RandomRounding(int base, CellDice dice) {
    this.base = base;
    this.dice = dice;
  }

  @Override
  public Perturbed of(CellKey key, Sum sum) {
    long rest = sum.value() % base;
    long below = sum.value() - rest;
    long rounded = dice.of(key, sum) * base < rest ? below + base : below;
    // What is rounded to this may be up to one less than the base away.
    return new Perturbed(
        rounded, new Interval(Math.max(0, rounded - base + 1), rounded + base - 1.0));
  }

  @Override
  public double leastWidth() {
    return base - 1;
  }
}
