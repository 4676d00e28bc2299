package aftermath.matching;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** Compares two records: what they look like, attribute by attribute, as one {@link Pattern}. */
public final class Comparisons implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NONE = -1;

  private final Comparison[] comparisons;
  private final int[] swapsWith;

  public Comparisons(List<Comparison> comparisons) {
    if (comparisons.size() > Pattern.MOST_COMPARISONS) {
      throw new IllegalArgumentException(
          "%d attributes are to be compared; at most %d can be."
              .formatted(comparisons.size(), Pattern.MOST_COMPARISONS));
    }
    this.comparisons = comparisons.toArray(Comparison[]::new);
    List<String> attributes =
        new java.util.ArrayList<>(comparisons.stream().map(Comparison::attribute).toList());
    this.swapsWith =
        comparisons.stream()
            .mapToInt(comparison -> attributes.indexOf(comparison.swapsWith()))
            .toArray();
  }

  public List<Comparison> all() {
    return List.of(comparisons);
  }

  public int count() {
    return comparisons.length;
  }

  /** Whether people of one household often have it in common. */
  public boolean isShared(int comparison) {
    return comparisons[comparison].isShared();
  }

  /** Whether two people of one household are told apart from strangers. */
  public boolean haveHouseholds() {
    return all().stream().anyMatch(Comparison::isShared);
  }

  /** The place of an attribute in every pattern; -1 if it is not compared. */
  public int indexOf(String attribute) {
    return all().stream().map(Comparison::attribute).toList().indexOf(attribute);
  }

  /**
   * @param one the values of a record, one per comparison, null where absent
   * @param other those of the other record
   */
  public long pattern(char[][] one, char[][] other) {
    long pattern = 0;
    for (int at = 0; at < comparisons.length; at++) {
      pattern = Pattern.with(pattern, at, agreement(at, one[at], other[at]));
    }
    for (int at = 0; at < comparisons.length; at++) {
      int partner = swapsWith[at];
      if (partner != NONE && areSwapped(pattern, at, partner, one, other)) {
        // The exchange is one finding about two attributes; it is told, and weighed, once.
        pattern = Pattern.with(pattern, at, Agreement.SWAPPED);
        pattern = Pattern.with(pattern, partner, Agreement.ABSENT);
      }
    }
    return pattern;
  }

  private Agreement agreement(int comparison, char[] one, char[] other) {
    if (one == null || other == null) {
      return Agreement.ABSENT;
    }
    return Arrays.equals(one, other)
        ? Agreement.EXACT
        : comparisons[comparison].likeness().ofDifferent(one, other);
  }

  private static boolean areSwapped(
      long pattern, int at, int partner, char[][] one, char[][] other) {
    return isComparedAndNotExact(pattern, at)
        && isComparedAndNotExact(pattern, partner)
        && Arrays.equals(one[at], other[partner])
        && Arrays.equals(one[partner], other[at]);
  }

  private static boolean isComparedAndNotExact(long pattern, int comparison) {
    return Pattern.number(pattern, comparison) > Agreement.EXACT.ordinal();
  }
}
