package aftermath.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which blocking rules to use, by what they cost on the data at hand. A single attribute is the
 * best rule where its values are rare enough, for it forgives errors in all others. Attributes that
 * are too common alone are taken in twos, the rarest combinations first, so that each of them helps
 * a few times.
 */
public final class BlockingChoice {
  /** Pairs per row that one rule may bring. */
  private static final double DEAREST_RULE = 20;

  /** Rows up to which every affordable rule is used; beyond it, each attribute helps so often. */
  private static final long SMALL = 50_000;

  private static final int HELPS = 3;

  private BlockingChoice() {}

  /**
   * What a rule would cost.
   *
   * @param rows of all records
   * @param pairs that it would bring together
   */
  public record Cost(int rule, long rows, double pairs) {}

  /**
   * The rules in use.
   *
   * @param rules all that could be used
   * @return their places in {@code rules}
   */
  public static Set<Integer> among(List<BlockingRule> rules, List<Cost> costs) {
    var chosen = new LinkedHashSet<Integer>();
    List<Cost> affordable =
        costs.stream()
            .filter(cost -> cost.pairs() <= DEAREST_RULE * cost.rows())
            .sorted(Comparator.comparingDouble(Cost::pairs).thenComparingInt(Cost::rule))
            .toList();
    affordable.stream()
        .map(Cost::rule)
        .filter(rule -> rules.get(rule).isSingle())
        .forEach(chosen::add);
    var helped = new ArrayList<Integer>();
    for (Cost cost : affordable) {
      BlockingRule rule = rules.get(cost.rule());
      boolean isWanted =
          cost.rows() <= SMALL
              || rule.comparisons().stream().noneMatch(at -> count(helped, at) >= HELPS);
      if (!rule.isSingle() && isWanted) {
        chosen.add(cost.rule());
        helped.addAll(rule.comparisons());
      }
    }
    return chosen;
  }

  private static long count(List<Integer> helped, int comparison) {
    return helped.stream().filter(each -> each == comparison).count();
  }
}
