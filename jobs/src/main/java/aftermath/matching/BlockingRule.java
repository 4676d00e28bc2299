package aftermath.matching;

import java.io.Serializable;
import java.util.List;

/**
 * Records that agree on all of these comparisons are worth a closer look.
 *
 * @param comparisons their places, ascending
 * @param isRough whether agreement of the {@link RoughForm} is enough
 */
public record BlockingRule(List<Integer> comparisons, boolean isRough) implements Serializable {

  public BlockingRule {
    comparisons = List.copyOf(comparisons);
  }

  /** A rule that asks for agreement to the letter. */
  public BlockingRule(List<Integer> comparisons) {
    this(comparisons, false);
  }

  public boolean isSingle() {
    return comparisons.size() == 1;
  }
}
