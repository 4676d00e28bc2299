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
 *       free to differ. All passes share one m. Pairs that an exact rule decided are a pass whose
 *       answer is known.
 *   <li>h comes from the same maximisation, as a third class: two people of one household, who
 *       share what the incident says and are strangers in all else.
 * </ul>
 *
 * <p>The usual shares of a {@link Likeness} count as some matches already seen, so that a small
 * file gives sober weights and a file without matches gives the untrained ones.
 */
public final class Training {
  /** Matches that the usual shares stand for. */
  private static final double USUAL_MATCHES = 20;

  /**
   * And for how many more of those seen: some slips are seen by no pass, because only the rule that
   * asks for the attribute itself brings such pairs together.
   */
  private static final double USUAL_SHARE = .02;

  private static final int MOST_ROUNDS = 200;
  private static final double SMALL_STEP = 1e-6;

  private final List<Comparison> comparisons;
  private final List<BlockingRule> rules;
  private final Evidence evidence;
  private final boolean haveHouseholds;

  /** By rule: bit per comparison that it asks to be equal. */
  private final long[] asked;

  private Training(Comparisons comparisons, List<BlockingRule> rules, Evidence evidence) {
    this.comparisons = comparisons.all();
    this.rules = rules;
    this.evidence = evidence;
    this.haveHouseholds = comparisons.haveHouseholds();
    this.asked =
        rules.stream()
            .mapToLong(
                rule -> rule.comparisons().stream().mapToLong(at -> 1L << at).reduce(0, Long::sum))
            .toArray();
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
    double[] common = usuallyCommon();
    double[][] household = household(common, matching, chance);
    var share = new Share[rules.size()];
    Arrays.fill(share, haveHouseholds ? new Share(.1, .1) : new Share(.1, 0));
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Expected expected = expected(matching, household, chance, share);
      for (int rule = 0; rule < rules.size(); rule++) {
        share[rule] = expected.share(rule, haveHouseholds);
      }
      common = common(common, matching, chance, expected.households);
      double step = becomes(matching, expected.matches);
      household = household(common, matching, chance);
      if (step < SMALL_STEP) {
        break;
      }
    }
    return new MatchWeights(shared(), matching, household, chance);
  }

  private boolean[] shared() {
    var shared = new boolean[comparisons.size()];
    for (int at = 0; at < shared.length; at++) {
      shared[at] = comparisons.get(at).isShared();
    }
    return shared;
  }

  /** Before anything is seen, households have a value in common as often as not. */
  private double[] usuallyCommon() {
    var common = new double[comparisons.size()];
    for (int at = 0; at < common.length; at++) {
      common[at] = comparisons.get(at).isShared() ? .5 : 0;
    }
    return common;
  }

  /**
   * How two of one household agree: what they have in common is written twice like one person's,
   * slips included; on all else they are strangers.
   *
   * @param common how often they have a value in common, by comparison
   */
  private double[][] household(double[] common, double[][] matching, double[][] chance) {
    double[][] household = zeros();
    for (int at = 0; at < household.length; at++) {
      for (int number = 0; number < Agreement.COUNT; number++) {
        household[at][number] =
            common[at] * matching[at][number] + (1 - common[at]) * chance[at][number];
      }
    }
    return household;
  }

  /** How often the pairs seen had a value in common, if they are of one household. */
  private double[] common(
      double[] before, double[][] matching, double[][] chance, double[][] households) {
    var common = new double[before.length];
    for (int at = 0; at < common.length; at++) {
      double had = USUAL_MATCHES * .5;
      double all = USUAL_MATCHES;
      for (int number = 1; number < Agreement.COUNT; number++) {
        double inCommon = before[at] * matching[at][number];
        double either = inCommon + (1 - before[at]) * chance[at][number];
        had += either > 0 ? households[at][number] * inCommon / either : 0;
        all += households[at][number];
      }
      common[at] = comparisons.get(at).isShared() ? had / all : 0;
    }
    return common;
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

  /** Of the pairs that meet under a rule, how many are matches, and households. */
  private record Share(double matches, double households) {
    double strangers() {
      return 1 - matches - households;
    }
  }

  /** What one round of expectation says: by comparison and grade, and by rule. */
  private final class Expected {
    private final double[][] matches = zeros();
    private final double[][] households = zeros();
    private final double[] matchesOfRule = new double[rules.size()];
    private final double[] householdsOfRule = new double[rules.size()];
    private final double[] pairsOfRule = new double[rules.size()];

    void see(Evidence.Kind kind, int rule, double match, double household) {
      matchesOfRule[rule] += match;
      householdsOfRule[rule] += household;
      pairsOfRule[rule] += kind.pairs();
      for (int at = 0; at < comparisons.size(); at++) {
        if ((asked[rule] & 1L << at) == 0) {
          int grade = Pattern.number(kind.pattern(), at);
          matches[at][grade] += match;
          households[at][grade] += household;
        }
      }
    }

    void seeDecided(Evidence.Kind kind) {
      for (int at = 0; at < comparisons.size(); at++) {
        if ((kind.rules() & 1L << at) == 0) {
          matches[at][Pattern.number(kind.pattern(), at)] += kind.pairs();
        }
      }
    }

    Share share(int rule, boolean withHouseholds) {
      double all = pairsOfRule[rule] + 1;
      double matched = Math.max(1e-9, Math.min(.999, (matchesOfRule[rule] + .1) / all));
      double housed = withHouseholds ? Math.max(1e-9, (householdsOfRule[rule] + .1) / all) : 0;
      return new Share(matched, Math.min(.9999 - matched, housed));
    }
  }

  private Expected expected(
      double[][] matching, double[][] household, double[][] chance, Share[] share) {
    double[][] overStrangers = ratios(matching, chance);
    double[][] householdOverStrangers = ratios(household, chance);
    var expected = new Expected();
    for (Evidence.Kind kind : evidence.candidates()) {
      for (long left = kind.rules(); left != 0; left &= left - 1) {
        int rule = Long.numberOfTrailingZeros(left);
        double match = share[rule].matches() * likely(kind, rule, overStrangers);
        double housed = share[rule].households() * likely(kind, rule, householdOverStrangers);
        double all = match + housed + share[rule].strangers();
        expected.see(kind, rule, kind.pairs() * match / all, kind.pairs() * housed / all);
      }
    }
    evidence.decided().forEach(expected::seeDecided);
    return expected;
  }

  /** How much likelier a pattern is than among strangers, where the rule leaves it free. */
  private double likely(Evidence.Kind kind, int rule, double[][] ratio) {
    double times = 1;
    for (int at = 0; at < comparisons.size(); at++) {
      if ((asked[rule] & 1L << at) == 0) {
        times *= ratio[at][Pattern.number(kind.pattern(), at)];
      }
    }
    return Math.min(times, 1e200);
  }

  /** Makes the shares those of the expected pairs; answers by how much they moved. */
  private double becomes(double[][] shares, double[][] expected) {
    double step = 0;
    for (int at = 0; at < comparisons.size(); at++) {
      double[] before = shares[at];
      shares[at] = expected[at];
      Likeness likeness = comparisons.get(at).likeness();
      double usual = USUAL_MATCHES + USUAL_SHARE * Arrays.stream(shares[at]).skip(1).sum();
      smooth(shares[at], at, agreement -> usual * likeness.usualShare(agreement));
      for (int number = 0; number < before.length; number++) {
        step = Math.max(step, Math.abs(shares[at][number] - before[number]));
      }
    }
    return step;
  }

  private static double[][] ratios(double[][] likely, double[][] chance) {
    double[][] ratios = new double[likely.length][Agreement.COUNT];
    for (int at = 0; at < likely.length; at++) {
      for (int number = 0; number < Agreement.COUNT; number++) {
        ratios[at][number] = chance[at][number] > 0 ? likely[at][number] / chance[at][number] : 1;
      }
    }
    return ratios;
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
