package aftermath.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What pairs look like, as counts: all that training needs to know of them.
 *
 * @param candidates kinds of pairs that met under a blocking rule
 * @param random kinds of pairs taken at random
 * @param decided kinds of pairs that are one person for sure: an exact rule says so
 */
public record Evidence(List<Kind> candidates, List<Kind> random, List<Kind> decided) {

  /**
   * Pairs that look alike.
   *
   * @param rules bit per blocking rule under which they met; of decided pairs: bit per comparison
   *     that had to agree
   * @param rarity their mean rarity in bits
   * @param ownRarity the part of it that is of attributes which households do not share
   */
  public record Kind(long rules, long pattern, long pairs, double rarity, double ownRarity) {}

  /** Kinds come in the order in which a cluster finished its tasks; sums must not show that. */
  public Evidence {
    candidates = inOrder(candidates);
    random = inOrder(random);
    decided = inOrder(decided);
  }

  public static List<Kind> inOrder(List<Kind> kinds) {
    var sorted = new ArrayList<>(kinds);
    sorted.sort(Comparator.comparingLong(Kind::rules).thenComparingLong(Kind::pattern));
    return Collections.unmodifiableList(sorted);
  }
}
