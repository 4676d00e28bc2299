package aftermath.matching;

import java.io.Serializable;

/**
 * What a pattern is worth, ready to be added up millions of times: the match weight of a pair in
 * bits, prior included. The same sums as in {@link MatchWeights} and {@link Priors}.
 */
public final class Scores implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] overStrangers;
  private final double[] overHouseholds;
  private final Priors priors;

  /**
   * @param priors of the pairs that are to be weighed
   */
  public Scores(MatchWeights weights, Priors priors, int comparisons) {
    this.priors = priors;
    this.overStrangers = new double[comparisons * Agreement.COUNT];
    this.overHouseholds = new double[comparisons * Agreement.COUNT];
    for (int at = 0; at < comparisons; at++) {
      for (Agreement agreement : Agreement.values()) {
        long pattern = Pattern.with(0, at, agreement);
        int place = at * Agreement.COUNT + agreement.ordinal();
        overStrangers[place] = weights.evidence(pattern, 0);
        overHouseholds[place] = weights.evidenceInHousehold(pattern, 0);
      }
    }
  }

  /** The match weight of a pair in bits. */
  public double weight(Finding finding) {
    double strangers = priors.overStrangers() + finding.rarity();
    double households = priors.overHouseholds() + finding.ownRarity();
    int comparisons = overStrangers.length / Agreement.COUNT;
    long left = finding.pattern();
    for (int at = 0; at < comparisons; at++) {
      int place = at * Agreement.COUNT + (int) (left & Agreement.COUNT - 1);
      strangers += overStrangers[place];
      households += overHouseholds[place];
      left >>>= Pattern.BITS;
    }
    return Priors.weight(strangers, households);
  }
}
