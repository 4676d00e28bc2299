package aftermath.matching;

import java.util.List;

/**
 * Before anything is compared: the odds that two records are one person, and not two strangers, and
 * not two of one household. They are where the numbers agree with themselves: the sum of the
 * probabilities over all candidates is the number of matches, and of households, that the
 * probabilities assume.
 *
 * @param overStrangers log2 of the odds
 * @param overHouseholds log2 of the odds; infinite if households are not told apart
 */
public record Priors(double overStrangers, double overHouseholds) {
  private static final int MOST_ROUNDS = 500;
  private static final double SETTLED = 1e-6;

  /**
   * Finds them.
   *
   * @param candidates the pairs that are worth a look
   * @param allPairs how many there are at all
   * @param haveHouseholds whether households are told apart
   */
  public static Priors of(
      MatchWeights weights,
      List<Evidence.Kind> candidates,
      double allPairs,
      boolean haveHouseholds) {
    double most = Math.max(1, allPairs - 1);
    double matches = Math.max(1, most / 1000);
    double households = haveHouseholds ? matches : 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Priors priors = priors(matches, households, allPairs);
      double matchesSeen = 0;
      double householdsSeen = 0;
      for (Evidence.Kind kind : candidates) {
        double overStrangers =
            priors.overStrangers + weights.evidence(kind.pattern(), kind.rarity());
        double overHouseholds =
            priors.overHouseholds + weights.evidenceInHousehold(kind.pattern(), kind.ownRarity());
        double match = MatchWeights.probability(weight(overStrangers, overHouseholds));
        matchesSeen += kind.pairs() * match;
        householdsSeen += kind.pairs() * household(overStrangers, overHouseholds);
      }
      double moved = Math.abs(matchesSeen - matches) + Math.abs(householdsSeen - households);
      matches = Math.max(1, Math.min(most, matchesSeen));
      households = haveHouseholds ? Math.max(1, Math.min(most, householdsSeen)) : 0;
      if (moved <= (matches + households) * SETTLED) {
        break;
      }
    }
    return priors(matches, households, allPairs);
  }

  private static Priors priors(double matches, double households, double allPairs) {
    return new Priors(
        MatchWeights.log2(matches / Math.max(1, allPairs - matches - households)),
        MatchWeights.log2(matches / households));
  }

  /** The match weight: log2 of the odds that it is one person and neither of the others. */
  static double weight(double overStrangers, double overHouseholds) {
    double smaller = Math.min(overStrangers, overHouseholds);
    double larger = Math.max(overStrangers, overHouseholds);
    return Double.isInfinite(larger)
        ? smaller
        : smaller - MatchWeights.log2(1 + Math.pow(2, smaller - larger));
  }

  /** The probability that it is two of one household. */
  private static double household(double overStrangers, double overHouseholds) {
    double overMatch = -overHouseholds;
    double householdOverStrangers = overStrangers - overHouseholds;
    return MatchWeights.probability(weight(overMatch, householdOverStrangers));
  }
}
