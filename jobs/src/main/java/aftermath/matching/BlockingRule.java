package aftermath.matching;

import java.io.Serializable;
import java.util.List;

/**
 * Records that agree exactly on all of these comparisons are worth a closer look.
 *
 * @param comparisons their places, ascending
 */
public record BlockingRule(List<Integer> comparisons) implements Serializable {

  public BlockingRule {
    comparisons = List.copyOf(comparisons);
  }

  public boolean isSingle() {
    return comparisons.size() == 1;
  }

  boolean uses(int comparison) {
    return comparisons.contains(comparison);
  }

  /** Whether a pair meets under this rule. */
  public boolean holds(long pattern) {
    for (int comparison : comparisons) {
      if (Pattern.number(pattern, comparison) != Agreement.EXACT.ordinal()) {
        return false;
      }
    }
    return true;
  }
}
