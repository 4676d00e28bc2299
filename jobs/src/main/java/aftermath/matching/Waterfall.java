package aftermath.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * How the match weight of one pair comes about: where it starts, and what every comparison adds.
 *
 * @param priors where it starts
 * @param steps what every comparison adds, in the order of the comparisons
 * @param haveHouseholds whether two people of one household are told apart
 */
public record Waterfall(Priors priors, List<Step> steps, boolean haveHouseholds) {

  /**
   * What one comparison says.
   *
   * @param bits for one person and against strangers
   * @param bitsInHousehold for one person and against two of a household
   */
  public record Step(String attribute, Agreement agreement, double bits, double bitsInHousehold) {}

  /**
   * Follows a pair.
   *
   * @param rarities of the values in bits, by comparison; asked where both agree exactly
   */
  public static Waterfall of(
      Comparisons comparisons,
      MatchWeights weights,
      Priors priors,
      long pattern,
      double[] rarities) {
    var steps = new ArrayList<Step>();
    for (int at = 0; at < comparisons.count(); at++) {
      Agreement agreement = Pattern.agreement(pattern, at);
      boolean isExact = agreement == Agreement.EXACT;
      double rare = isExact ? MatchWeights.log2(weights.matching(at, agreement)) + rarities[at] : 0;
      boolean isOwn = !comparisons.isShared(at);
      steps.add(
          new Step(
              comparisons.all().get(at).attribute(),
              agreement,
              isExact ? rare : weights.weight(at, agreement),
              isExact && isOwn ? rare : weights.weightInHousehold(at, agreement)));
    }
    return new Waterfall(priors, List.copyOf(steps), comparisons.haveHouseholds());
  }

  /** log2 of the odds that it is one person and not two strangers. */
  public double overStrangers() {
    return priors.overStrangers() + steps.stream().mapToDouble(Step::bits).sum();
  }

  /** log2 of the odds that it is one person and not two of a household. */
  public double overHouseholds() {
    return haveHouseholds
        ? priors.overHouseholds() + steps.stream().mapToDouble(Step::bitsInHousehold).sum()
        : Double.POSITIVE_INFINITY;
  }

  /** The match weight of the pair in bits. */
  public double weight() {
    return Priors.weight(overStrangers(), overHouseholds());
  }
}
