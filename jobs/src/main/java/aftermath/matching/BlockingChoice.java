package aftermath.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which blocking rules to use, by what they cost on the data at hand. A single attribute is the
 * best rule where its values are rare enough, for it forgives errors in all others. Attributes that
 * are too common alone are taken in twos, those first that most records have, so that each of them
 * helps a few times. Twos that begin with a rule in use come last: they help where a value is too
 * common all the same.
 */
public final class BlockingChoice {
  /** Pairs per row that one rule may bring, of all rows: what few have may cost them more. */
  private static final double DEAREST_RULE = 20;

  /** Pairs per row above which a rule is used in a large file only if there is no cheaper one. */
  private static final double CHEAP_RULE = 3;

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
  public record Cost(int rule, long rows, double pairs) {
    boolean isDear(long all) {
      return all > SMALL && pairs > CHEAP_RULE * all;
    }
  }

  /**
   * The rules in use.
   *
   * @param rules all that could be used
   * @return their places in {@code rules}
   */
  public static Set<Integer> among(List<BlockingRule> rules, List<Cost> costs) {
    var chosen = new LinkedHashSet<Integer>();
    long all = costs.stream().mapToLong(Cost::rows).max().orElse(0);
    List<Cost> affordable =
        costs.stream()
            .filter(cost -> cost.pairs() <= DEAREST_RULE * all)
            .sorted(
                Comparator.comparing((Cost cost) -> cost.isDear(all))
                    .thenComparing(Comparator.comparingLong(Cost::rows).reversed())
                    .thenComparingDouble(Cost::pairs)
                    .thenComparingInt(Cost::rule))
            .toList();
    affordable.stream()
        .map(Cost::rule)
        .filter(rule -> rules.get(rule).isSingle())
        .forEach(chosen::add);
    Set<Integer> alone =
        chosen.stream()
            .map(rules::get)
            .filter(rule -> !rule.isRough())
            .flatMap(rule -> rule.comparisons().stream())
            .collect(Collectors.toSet());
    Map<Boolean, List<Cost>> twos =
        affordable.stream()
            .filter(cost -> !rules.get(cost.rule()).isSingle())
            .collect(
                Collectors.partitioningBy(
                    cost ->
                        rules.get(cost.rule()).comparisons().stream().anyMatch(alone::contains)));
    chosen.addAll(thatHelp(rules, twos.get(false), all));
    chosen.addAll(thatHelp(rules, twos.get(true), all));
    return chosen;
  }

  private static List<Integer> thatHelp(List<BlockingRule> rules, List<Cost> costs, long all) {
    var chosen = new ArrayList<Integer>();
    var helped = new ArrayList<Integer>();
    for (Cost cost : costs) {
      List<Integer> comparisons = rules.get(cost.rule()).comparisons();
      if (all <= SMALL
          || comparisons.stream().noneMatch(at -> count(helped, at) >= HELPS)
              && (!cost.isDear(all) || helped.isEmpty())) {
        chosen.add(cost.rule());
        helped.addAll(comparisons);
      }
    }
    return chosen;
  }

  private static long count(List<Integer> helped, int comparison) {
    return helped.stream().filter(each -> each == comparison).count();
  }
}
