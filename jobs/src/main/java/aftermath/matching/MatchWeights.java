package aftermath.matching;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What agreement and disagreement are worth: for every comparison and grade, how often two records
 * of one person show it (m) and how often two records of different people do (u). The match weight
 * of a grade is {@code log2(m / u)}; the weights of a pair and the prior add up to the logarithm of
 * the odds that it is one person (Fellegi and Sunter, A Theory for Record Linkage, 1969).
 *
 * <p>Agreement on a rare value is worth more than on a common one. A pair's <em>rarity</em> is
 * {@code -log2} of the share of people who have the value, summed over the comparisons that agree
 * exactly; it takes the place of their u.
 */
public final class MatchWeights implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[][] matching;
  private final double[][] chance;

  /**
   * @param matching m, by comparison and number of the grade
   * @param chance u, likewise
   */
  MatchWeights(double[][] matching, double[][] chance) {
    this.matching = copyOf(matching);
    this.chance = copyOf(chance);
  }

  /** How often two records of one person agree so. */
  public double matching(int comparison, Agreement agreement) {
    return matching[comparison][agreement.ordinal()];
  }

  /** How often two records of different people agree so. */
  public double chance(int comparison, Agreement agreement) {
    return chance[comparison][agreement.ordinal()];
  }

  /** The match weight of a grade in bits; nothing for an absent value. */
  public double weight(int comparison, Agreement agreement) {
    return agreement == Agreement.ABSENT
        ? 0
        : log2(matching(comparison, agreement) / chance(comparison, agreement));
  }

  /** What speaks for one person, in bits: the pair's match weight without the prior. */
  public double evidence(long pattern, double rarity) {
    double bits = rarity;
    for (int at = 0; at < matching.length; at++) {
      Agreement agreement = Pattern.agreement(pattern, at);
      bits += agreement == Agreement.EXACT ? log2(matching(at, agreement)) : weight(at, agreement);
    }
    return bits;
  }

  /** The probability that belongs to a match weight. */
  public static double probability(double weight) {
    return 1 / (1 + Math.pow(2, -weight));
  }

  static double log2(double number) {
    return Math.log(number) / Math.log(2);
  }

  private static double[][] copyOf(double[][] numbers) {
    return Arrays.stream(numbers).map(double[]::clone).toArray(double[][]::new);
  }
}
