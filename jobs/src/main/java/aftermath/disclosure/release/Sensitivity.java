package aftermath.disclosure.release;

import aftermath.disclosure.Interval;
import aftermath.incident.DisclosurePolicy;
import aftermath.incident.DisclosurePolicy.Dominance;
import aftermath.incident.ReleaseTable.Measure;

/**
 * The rules of primary suppression: what is sensitive, how closely nobody may work it out, and what
 * its mark tells everybody.
 *
 * <p>Minimum frequency: Hundepool et al., Statistical Disclosure Control (2012), section 5.2.1;
 * ABS, ONS and ACRO use ten. (n,k) and p %: there, section 4.2, with the protection levels of table
 * 4.2.
 */
public final class Sensitivity implements Rules {
  /** So much of the minimum frequency a small count must at least be uncertain by. */
  private static final double SPREAD = 0.3;

  private final DisclosurePolicy policy;
  private final Marks marks;

  Sensitivity(DisclosurePolicy policy, Marks marks) {
    this.policy = policy;
    this.marks = marks;
  }

  @Override
  public Verdict inTable(CellKey key, Sum sum) {
    return key.measure() == Measure.RECORDS ? ofMagnitude(key, sum) : ofCount(key, sum);
  }

  @Override
  public long few() {
    return policy.minimumFrequency() - 1L;
  }

  /** Of a number of people or notices that stands in a table. */
  Verdict ofCount(CellKey key, Sum sum) {
    if (isSmall(sum.value())) {
      Interval known = smallCounts(key);
      return new Verdict(
          true,
          "A",
          Math.min(sum.value() - known.low(), spread()),
          Math.min(known.high() - sum.value(), spread()),
          known);
    }
    return new Verdict(false, "D", 0, 0, otherCounts(key));
  }

  /** No mark tells of such a number that it is small. */
  @Override
  public Verdict derived(Sum sum) {
    boolean isSensitive = sum.value() > 0 && sum.value() < policy.minimumFrequency();
    return isSensitive
        ? new Verdict(true, "", Math.min(sum.value(), spread()), spread(), Interval.NOT_NEGATIVE)
        : Verdict.NOTHING;
  }

  /** Of a sum over people. */
  Verdict ofMagnitude(CellKey key, Sum sum) {
    double upper = upperProtection(sum);
    if (isSmall(sum.contributors())) {
      double least = Math.max(spread(), upper);
      return verdict("A", key, sum, least);
    }
    if (upper > 0) {
      return verdict(dominance(sum), key, sum, upper);
    }
    return new Verdict(false, "D", 0, 0, unmarked(key));
  }

  private Verdict verdict(String status, CellKey key, Sum sum, double level) {
    Interval known = unmarked(key);
    return new Verdict(true, status, Math.min(sum.value() - known.low(), level), level, known);
  }

  /** True of a count that must not be shown. */
  private boolean isSmall(long people) {
    return people < policy.minimumFrequency() && (people > 0 || policy.zerosAreProtected());
  }

  private Interval smallCounts(CellKey key) {
    if (marks.tellNothingOf(key)) {
      return unmarked(key);
    }
    return new Interval(policy.zerosAreProtected() ? 0 : 1, policy.minimumFrequency() - 1.0);
  }

  private Interval otherCounts(CellKey key) {
    return marks.tellNothingOf(key)
        ? unmarked(key)
        : new Interval(policy.minimumFrequency(), Double.POSITIVE_INFINITY);
  }

  /**
   * What everybody knows of a cell that is left out: where zeros are shown it is none; and that a
   * part of a dimension is listed tells that somebody is in it.
   */
  private Interval unmarked(CellKey key) {
    boolean isSomebody = !policy.zerosAreProtected() || key.isListed();
    return new Interval(isSomebody ? 1 : 0, Double.POSITIVE_INFINITY);
  }

  /** By how much a small count must at least be uncertain. */
  double spread() {
    return Math.ceil(SPREAD * policy.minimumFrequency());
  }

  /** The greater of what the rules that apply ask for; 0 if none is broken. */
  private double upperProtection(Sum sum) {
    double byDominance =
        policy
            .dominance()
            .map(rule -> greatest(sum, rule) / rule.share() - sum.value())
            .orElse(0.0);
    double rest = sum.value() - sum.largest() - sum.second();
    double byPriorPosterior =
        policy.priorPosterior().map(share -> share * sum.largest() - rest).orElse(0.0);
    return Math.max(0, Math.max(byDominance, byPriorPosterior));
  }

  private static long greatest(Sum sum, Dominance rule) {
    return sum.largest() + (rule.contributors() == 2 ? sum.second() : 0);
  }

  /** O: dominance by one; T: by two; M: another concentration. */
  private String dominance(Sum sum) {
    boolean byDominance =
        policy
            .dominance()
            .filter(rule -> greatest(sum, rule) > rule.share() * sum.value())
            .isPresent();
    if (!byDominance) {
      return "M";
    }
    return policy.dominance().get().contributors() == 1 ? "O" : "T";
  }
}
