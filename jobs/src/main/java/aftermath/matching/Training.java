package aftermath.matching;

import java.util.Arrays;
import java.util.List;

/**
 * Learns what agreement is worth from the data at hand, without anybody having told which pairs are
 * one person.
 *
 * <ul>
 *   <li>u is counted: pairs taken at random are hardly ever one person.
 *   <li>m comes from expectation maximisation (Dempster, Laird and Rubin, 1977) over all blocking
 *       rules at once. Each rule is a pass of its own with its own share of matches; what the rule
 *       asks to be equal says nothing in its pass, so that every comparison is learnt where it was
 *       free to differ. All passes share one m.
 *   <li>The prior is where the number of matches among the candidates agrees with itself: the sum
 *       of their probabilities is the number of matches that the probabilities assume.
 * </ul>
 *
 * <p>The usual shares of a {@link Likeness} count as some matches already seen, so that a small
 * file gives sober weights and a file without matches gives the untrained ones.
 */
public final class Training {
  /** Matches that the usual shares stand for. */
  private static final double USUAL_MATCHES = 20;

  private static final int MOST_ROUNDS = 200;
  private static final double SMALL_STEP = 1e-6;

  private final List<Comparison> comparisons;
  private final List<BlockingRule> rules;
  private final Evidence evidence;

  private Training(Comparisons comparisons, List<BlockingRule> rules, Evidence evidence) {
    this.comparisons = comparisons.all();
    this.rules = rules;
    this.evidence = evidence;
  }

  /**
   * Learns.
   *
   * @param rules in the order of the bits of {@link Evidence.Kind#rules()}
   */
  public static MatchWeights weights(
      Comparisons comparisons, List<BlockingRule> rules, Evidence evidence) {
    return new Training(comparisons, rules, evidence).learnt();
  }

  private MatchWeights learnt() {
    double[][] chance = chance();
    double[][] matching = usual();
    double[] share = new double[rules.size()];
    Arrays.fill(share, .1);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double step = maximise(matching, share, expected(matching, chance, share));
      if (step < SMALL_STEP) {
        break;
      }
    }
    return new MatchWeights(matching, chance);
  }

  private double[][] chance() {
    double[][] counted = zeros();
    for (Evidence.Kind kind : evidence.random()) {
      for (int at = 0; at < comparisons.size(); at++) {
        counted[at][Pattern.number(kind.pattern(), at)] += kind.pairs();
      }
    }
    for (int at = 0; at < comparisons.size(); at++) {
      // Half a pair for what was never seen: rare is not impossible.
      smooth(counted[at], at, agreement -> .5);
    }
    return counted;
  }

  private double[][] usual() {
    double[][] shares = zeros();
    for (int at = 0; at < comparisons.size(); at++) {
      Likeness likeness = comparisons.get(at).likeness();
      smooth(shares[at], at, likeness::usualShare);
    }
    return shares;
  }

  /** What one round of expectation says: matches by comparison and grade, and by rule. */
  private record Expected(double[][] matches, double[] matchesOfRule, double[] pairsOfRule) {}

  private Expected expected(double[][] matching, double[][] chance, double[] share) {
    double[][] ratio = ratios(matching, chance);
    var sums = new Expected(zeros(), new double[rules.size()], new double[rules.size()]);
    for (Evidence.Kind kind : evidence.candidates()) {
      for (int rule = 0; rule < rules.size(); rule++) {
        if ((kind.rules() & 1L << rule) != 0) {
          expect(kind, rule, share[rule], ratio, sums);
        }
      }
    }
    return sums;
  }

  private void expect(Evidence.Kind kind, int rule, double share, double[][] ratio, Expected sums) {
    double odds = share / (1 - share);
    for (int at = 0; at < comparisons.size(); at++) {
      if (!rules.get(rule).uses(at)) {
        odds *= ratio[at][Pattern.number(kind.pattern(), at)];
      }
    }
    double matches = kind.pairs() * (Double.isInfinite(odds) ? 1 : odds / (1 + odds));
    sums.matchesOfRule()[rule] += matches;
    sums.pairsOfRule()[rule] += kind.pairs();
    for (int at = 0; at < comparisons.size(); at++) {
      if (!rules.get(rule).uses(at)) {
        sums.matches()[at][Pattern.number(kind.pattern(), at)] += matches;
      }
    }
  }

  /** Makes the shares those of the expected matches; answers by how much they moved. */
  private double maximise(double[][] matching, double[] share, Expected expected) {
    double step = 0;
    for (int rule = 0; rule < rules.size(); rule++) {
      double matches = expected.matchesOfRule()[rule] + .1;
      share[rule] = Math.max(1e-9, Math.min(.999, matches / (expected.pairsOfRule()[rule] + 1)));
    }
    for (int at = 0; at < comparisons.size(); at++) {
      double[] before = matching[at].clone();
      matching[at] = expected.matches()[at];
      Likeness likeness = comparisons.get(at).likeness();
      smooth(matching[at], at, agreement -> USUAL_MATCHES * likeness.usualShare(agreement));
      for (int number = 0; number < before.length; number++) {
        step = Math.max(step, Math.abs(matching[at][number] - before[number]));
      }
    }
    return step;
  }

  private static double[][] ratios(double[][] matching, double[][] chance) {
    double[][] ratios = new double[matching.length][Agreement.COUNT];
    for (int at = 0; at < matching.length; at++) {
      for (int number = 0; number < Agreement.COUNT; number++) {
        ratios[at][number] = chance[at][number] > 0 ? matching[at][number] / chance[at][number] : 1;
      }
    }
    return ratios;
  }

  /**
   * The prior in bits: log2 of the odds that two records taken at random are one person.
   *
   * @param candidates the pairs that are worth a look
   * @param allPairs how many there are at all
   */
  public static double prior(
      MatchWeights weights, List<Evidence.Kind> candidates, double allPairs) {
    double most = Math.max(1, allPairs - 1);
    double matches = Math.max(1, most / 1000);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double odds = matches / Math.max(1, allPairs - matches);
      double sum = 0;
      for (Evidence.Kind kind : candidates) {
        double ratio = odds * Math.pow(2, weights.evidence(kind.pattern(), kind.rarity()));
        sum += kind.pairs() * (Double.isInfinite(ratio) ? 1 : ratio / (1 + ratio));
      }
      double next = Math.max(1, Math.min(most, sum));
      boolean isSettled = Math.abs(next - matches) <= matches * 1e-6;
      matches = next;
      if (isSettled) {
        break;
      }
    }
    return MatchWeights.log2(matches / Math.max(1, allPairs - matches));
  }

  private double[][] zeros() {
    return new double[comparisons.size()][Agreement.COUNT];
  }

  private interface Already {
    double seen(Agreement agreement);
  }

  /**
   * Counts become shares, with something added that was seen already; absent values say nothing.
   */
  private void smooth(double[] counts, int comparison, Already already) {
    counts[Agreement.ABSENT.ordinal()] = 0;
    double sum = 0;
    for (Agreement agreement : comparisons.get(comparison).agreements()) {
      counts[agreement.ordinal()] += already.seen(agreement);
      sum += counts[agreement.ordinal()];
    }
    for (int number = 0; number < counts.length; number++) {
      counts[number] /= sum;
    }
  }
}
