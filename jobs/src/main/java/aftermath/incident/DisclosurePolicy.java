package aftermath.incident;

import java.util.Optional;

/**
 * What may be shown outside, and how the rest is protected.
 *
 * @param minimumFrequency counts of people below this are not shown
 * @param zerosAreProtected whether a zero is a small count
 * @param method how small counts are kept from being worked out
 * @param roundingBase with rounding: published counts are multiples of it
 * @param dominance the (n,k) rule for sums, if it applies
 * @param priorPosterior the p % rule for sums, if it applies: 0.1 for ten per cent
 * @param atMostSeconds so long a better pattern of suppressions is looked for
 */
public record DisclosurePolicy(
    int minimumFrequency,
    boolean zerosAreProtected,
    Method method,
    int roundingBase,
    Optional<Dominance> dominance,
    Optional<Double> priorPosterior,
    int atMostSeconds) {

  /** With less, one of two people in a cell reads off what is said of the other. */
  public static final int LEAST_FREQUENCY = 3;

  /** Ten, as ABS, ONS and ACRO have it; zeros may be shown, as with CMS. */
  public static final DisclosurePolicy USUAL =
      new DisclosurePolicy(
          10, false, Method.SUPPRESSION, 3, Optional.empty(), Optional.empty(), 120);

  /** How small counts are protected. */
  public enum Method {
    /** They are left out, and with them as few others as possible. */
    SUPPRESSION,
    /** Every count is rounded for itself, to one of the two nearest multiples, at random. */
    RANDOM_ROUNDING,
    /** Counts are rounded to one of the two nearest multiples so that totals still add up. */
    CONTROLLED_ROUNDING,
    /** Counts below ten are left out, others rounded to five. */
    TEN_FIVE,
    /** A little noise is added, the same to the same people wherever they are counted. */
    CELL_KEYS;

    /** Whether it needs chance that nobody can repeat. */
    public boolean needsKey() {
      return this == RANDOM_ROUNDING || this == CELL_KEYS;
    }
  }

  /**
   * A sum is sensitive if its greatest contributions make up more than a share of it.
   *
   * @param contributors how many of the greatest, 1 or 2: the cubes keep two
   * @param share of the sum, above 0 and below 1
   */
  public record Dominance(int contributors, double share) {}
}
