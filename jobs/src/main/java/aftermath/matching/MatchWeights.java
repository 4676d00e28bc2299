package aftermath.matching;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What agreement and disagreement are worth: for every comparison and grade, how often two records
 * of one person show it (m), how often two people of one household do (h), and how often strangers
 * do (u). The match weight of a grade is {@code log2(m / u)}; the weights of a pair and the prior
 * add up to the logarithm of the odds that it is one person and not two strangers (Fellegi and
 * Sunter, A Theory for Record Linkage, 1969).
 *
 * <p>Agreement on a rare value is worth more than on a common one. A pair's <em>rarity</em> is
 * {@code -log2} of the share of people who have the value, summed over the comparisons that agree
 * exactly; it takes the place of their u.
 *
 * <p>Strangers agree by chance on each attribute alone. A couple agrees on address, e-mail and name
 * at once, and by chance on the rest; counted as strangers they would look like one person. So a
 * household is a class of its own, between the other two.
 */
public final class MatchWeights implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean[] isShared;
  private final double[][] matching;
  private final double[][] household;
  private final double[][] chance;

  /**
   * @param isShared whether households have it in common, by comparison
   * @param matching m, by comparison and number of the grade
   * @param household h, likewise
   * @param chance u, likewise
   */
  MatchWeights(boolean[] isShared, double[][] matching, double[][] household, double[][] chance) {
    this.isShared = isShared.clone();
    this.matching = copyOf(matching);
    this.household = copyOf(household);
    this.chance = copyOf(chance);
  }

  /**
   * What is known of one grade of one comparison.
   *
   * @param h as u, if households are not told apart
   */
  public record Shares(String attribute, Agreement agreement, double m, double h, double u) {}

  /** Weights that were learnt earlier; what is not among them says nothing. */
  public static MatchWeights of(Comparisons comparisons, List<Shares> learnt) {
    var shared = new boolean[comparisons.count()];
    double[][] matching = ones(comparisons.count());
    double[][] household = ones(comparisons.count());
    double[][] chance = ones(comparisons.count());
    for (int at = 0; at < shared.length; at++) {
      shared[at] = comparisons.isShared(at);
    }
    for (Shares each : learnt) {
      int at = comparisons.indexOf(each.attribute());
      matching[at][each.agreement().ordinal()] = each.m();
      household[at][each.agreement().ordinal()] = each.h();
      chance[at][each.agreement().ordinal()] = each.u();
    }
    return new MatchWeights(shared, matching, household, chance);
  }

  private static double[][] ones(int comparisons) {
    var ones = new double[comparisons][Agreement.COUNT];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }
    return ones;
  }

  /** How often two records of one person agree so. */
  public double matching(int comparison, Agreement agreement) {
    return matching[comparison][agreement.ordinal()];
  }

  /** How often two people of one household agree so; by chance, on what they do not share. */
  public double household(int comparison, Agreement agreement) {
    return household[comparison][agreement.ordinal()];
  }

  /** How often two records of strangers agree so. */
  public double chance(int comparison, Agreement agreement) {
    return chance[comparison][agreement.ordinal()];
  }

  /** What a grade says for one person and against strangers, in bits; nothing if it is absent. */
  public double weight(int comparison, Agreement agreement) {
    return agreement == Agreement.ABSENT
        ? 0
        : log2(matching(comparison, agreement) / chance(comparison, agreement));
  }

  /** What a grade says for one person and against two of a household, in bits. */
  public double weightInHousehold(int comparison, Agreement agreement) {
    return agreement == Agreement.ABSENT
        ? 0
        : log2(matching(comparison, agreement) / household(comparison, agreement));
  }

  /** What speaks for one person and against strangers, in bits, without the prior. */
  public double evidence(long pattern, double rarity) {
    double bits = rarity;
    for (int at = 0; at < matching.length; at++) {
      Agreement agreement = Pattern.agreement(pattern, at);
      bits += agreement == Agreement.EXACT ? log2(matching(at, agreement)) : weight(at, agreement);
    }
    return bits;
  }

  /** What speaks for one person and against two of a household, in bits, without the prior. */
  public double evidenceInHousehold(long pattern, double ownRarity) {
    double bits = ownRarity;
    for (int at = 0; at < matching.length; at++) {
      Agreement agreement = Pattern.agreement(pattern, at);
      bits +=
          agreement == Agreement.EXACT && !isShared[at]
              ? log2(matching(at, agreement))
              : weightInHousehold(at, agreement);
    }
    return bits;
  }

  /** The probability that belongs to a match weight. */
  public static double probability(double weight) {
    return 1 / (1 + Math.pow(2, -weight));
  }

  /** The match weight in bits at which a probability is reached. */
  public static double weightOf(double probability) {
    return log2(probability / (1 - probability));
  }

  static double log2(double number) {
    return Math.log(number) / Math.log(2);
  }

  private static double[][] copyOf(double[][] numbers) {
    return Arrays.stream(numbers).map(double[]::clone).toArray(double[][]::new);
  }
}
