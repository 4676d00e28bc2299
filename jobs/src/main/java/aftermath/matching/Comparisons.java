package aftermath.matching;

import java.io.Serializable;
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

  /** How two looks agree, and how rare what they agree on is. */
  public Finding finding(Look one, Look other) {
    long pattern = pattern(one.values(), other.values());
    double rarity = 0;
    double ownRarity = 0;
    for (int at = 0; at < comparisons.length; at++) {
      if (Pattern.number(pattern, at) == Agreement.EXACT.ordinal()) {
        float bits = one.bitsInCommon(other, at);
        rarity += bits;
        ownRarity += comparisons[at].isShared() ? 0 : bits;
      }
    }
    return new Finding(pattern, rarity, ownRarity);
  }

  /**
   * @param one the values of a record, one per comparison
   * @param other those of the other record
   */
  public long pattern(Values one, Values other) {
    long pattern = 0;
    for (int at = 0; at < comparisons.length; at++) {
      pattern |= (long) agreement(at, one, other).ordinal() << Pattern.BITS * at;
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

  private Agreement agreement(int comparison, Values one, Values other) {
    if (one.isAbsent(comparison) || other.isAbsent(comparison)) {
      return Agreement.ABSENT;
    }
    return one.isSame(comparison, other, comparison)
        ? Agreement.EXACT
        : comparisons[comparison]
            .likeness()
            .ofDifferent(one.letters(comparison), other.letters(comparison));
  }

  private static boolean areSwapped(long pattern, int at, int partner, Values one, Values other) {
    return isComparedAndNotExact(pattern, at)
        && isComparedAndNotExact(pattern, partner)
        && one.isSame(at, other, partner)
        && one.isSame(partner, other, at);
  }

  private static boolean isComparedAndNotExact(long pattern, int comparison) {
    return Pattern.number(pattern, comparison) > Agreement.EXACT.ordinal();
  }
}
