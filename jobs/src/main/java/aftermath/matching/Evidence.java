package aftermath.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What the candidate pairs look like, as counts: all that training needs to know of them.
 *
 * @param candidates kinds of pairs that met under a blocking rule
 * @param random kinds of pairs taken at random
 */
public record Evidence(List<Kind> candidates, List<Kind> random) {

  /**
   * Pairs that look alike.
   *
   * @param rules bit per blocking rule under which they met
   * @param rarity their mean rarity in bits
   */
  public record Kind(long rules, long pattern, long pairs, double rarity) {}

  /** Kinds come in the order in which a cluster finished its tasks; sums must not show that. */
  public Evidence {
    candidates = inOrder(candidates);
    random = inOrder(random);
  }

  public static List<Kind> inOrder(List<Kind> kinds) {
    var sorted = new ArrayList<>(kinds);
    sorted.sort(Comparator.comparingLong(Kind::rules).thenComparingLong(Kind::pattern));
    return Collections.unmodifiableList(sorted);
  }
}
