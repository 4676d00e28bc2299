package aftermath.identity.probable;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;

import aftermath.functions.BlockingKeys;
import aftermath.functions.Functions;
import aftermath.identity.Compared;
import aftermath.incident.Matching;
import aftermath.matching.BlockingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * The blocking rules that may be used: every attribute alone, for its frequencies at least, and
 * either the combinations that the incident names or all twos. A rule's number is its place.
 */
final class Blocking {
  /** Rules are bits of a positive number. */
  private static final int MOST_RULES = 62;

  private final List<String> names;
  private final List<BlockingRule> rules;
  private final boolean isChosenByTheIncident;

  Blocking(Compared compared, Matching matching) {
    this.names = compared.names();
    this.isChosenByTheIncident = !matching.block().isEmpty();
    var all = new ArrayList<BlockingRule>();
    for (int at = 0; at < names.size(); at++) {
      all.add(new BlockingRule(List.of(at)));
    }
    if (isChosenByTheIncident) {
      matching.block().stream()
          .filter(rule -> rule.size() > 1)
          .map(rule -> new BlockingRule(rule.stream().map(names::indexOf).sorted().toList()))
          .forEach(all::add);
    } else {
      twos(names.size()).limit(MOST_RULES - all.size()).forEach(all::add);
    }
    this.rules = List.copyOf(all);
  }

  private static Stream<BlockingRule> twos(int count) {
    var twos = new ArrayList<BlockingRule>();
    for (int one = 0; one < count; one++) {
      for (int other = one + 1; other < count; other++) {
        twos.add(new BlockingRule(List.of(one, other)));
      }
    }
    return twos.stream();
  }

  List<BlockingRule> rules() {
    return rules;
  }

  int singles() {
    return names.size();
  }

  boolean isChosenByTheIncident() {
    return isChosenByTheIncident;
  }

  String name(int rule) {
    return String.join(" + ", rules.get(rule).comparisons().stream().map(names::get).toList());
  }

  /**
   * The keys of a row under the wanted rules, from its column {@code values}.
   *
   * @param wanted bit per rule
   * @param common bit per attribute that is to be looked up in combinations only; -1: all rules
   *     apply as they are
   */
  Column keys(Column wanted, Column common) {
    String written = BlockingKeys.written(rules.stream().map(BlockingRule::comparisons));
    return call_function(
        Functions.CATALOG + ".blocking_keys", col("values"), wanted, common, lit(written));
  }

  /** The key of one attribute; null if it is absent. */
  Column key(int single) {
    return get(keys(lit(1L << single), lit(-1L)), lit(0));
  }

  /** The rule of the column {@code key}. */
  static Column rule() {
    return expr("CAST(shiftrightunsigned(key, 58) AS INT)");
  }

  static Column value(int comparison) {
    return element_at(col("values"), comparison + 1);
  }
}
