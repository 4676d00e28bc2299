package aftermath.disclosure.release;

import aftermath.disclosure.Interval;
import aftermath.disclosure.release.Perturbation.Perturbed;

/** Numbers go out perturbed; of a small one the truth must stay uncertain all the same. */
final class PerturbedRules implements Rules {
  private final Perturbation perturbation;
  private final int minimumFrequency;

  PerturbedRules(Perturbation perturbation, int minimumFrequency) {
    this.perturbation = perturbation;
    this.minimumFrequency = minimumFrequency;
  }

  @Override
  public Verdict inTable(CellKey key, Sum sum) {
    Perturbed perturbed = perturbation.of(key, sum);
    boolean isExact = perturbed.known().width() == 0;
    // How wide it stays is looked at afterwards; here, only that it is to be looked at.
    double level = !isExact && isSmall(sum) ? perturbation.leastWidth() : 0;
    Interval told = perturbed.known();
    // That a part of a dimension is listed tells that somebody is in it.
    Interval known = key.isListed() ? new Interval(Math.max(1, told.low()), told.high()) : told;
    return new Verdict(!isExact, "A", level, level, known);
  }

  @Override
  public long few() {
    return minimumFrequency - 1L;
  }

  @Override
  public Verdict derived(Sum sum) {
    double level = isSmall(sum) ? perturbation.leastWidth() : 0;
    return new Verdict(true, "", level, level, Interval.NOT_NEGATIVE);
  }

  private boolean isSmall(Sum sum) {
    return sum.contributors() > 0 && sum.contributors() < minimumFrequency;
  }
}
