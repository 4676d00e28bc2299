package aftermath.identity.probable;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import aftermath.functions.BlockingKeys;
import aftermath.functions.Functions;
import aftermath.identity.Compared;
import aftermath.incident.Matching;
import aftermath.matching.BlockingRule;
import aftermath.matching.Comparisons;
import aftermath.matching.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The blocking rules that may be used: every attribute alone, for its frequencies at least, and
 * either the combinations that the incident names, or names and addresses roughly and all twos. A
 * rule's number is its place.
 */
final class Blocking {
  /** Rules are bits of a positive number. */
  private static final int MOST_RULES = 62;

  private final List<String> names;
  private final List<BlockingRule> rules;
  private final Set<Integer> named;

  Blocking(Compared compared, Matching matching) {
    this.names = compared.names();
    var all = new ArrayList<BlockingRule>();
    for (int at = 0; at < names.size(); at++) {
      all.add(new BlockingRule(List.of(at)));
    }
    List<BlockingRule> asked = asked(matching);
    if (asked.isEmpty()) {
      rough(compared.comparisons()).forEach(all::add);
      twos(names.size()).limit(MOST_RULES - all.size()).forEach(all::add);
    } else {
      asked.stream().filter(rule -> !rule.isSingle()).forEach(all::add);
    }
    this.rules = List.copyOf(all);
    this.named = asked.stream().map(all::indexOf).collect(Collectors.toUnmodifiableSet());
  }

  private List<BlockingRule> asked(Matching matching) {
    return matching.block().stream()
        .map(rule -> new BlockingRule(rule.stream().map(names::indexOf).sorted().toList()))
        .distinct()
        .toList();
  }

  /** Addresses alone and names in twos: under these, records meet that agree on nothing else. */
  private static Stream<BlockingRule> rough(Comparisons comparisons) {
    List<Integer> emails = ofKind(comparisons, Likeness.EMAIL);
    List<Integer> names = ofKind(comparisons, Likeness.NAME);
    return Stream.concat(
        emails.stream().map(at -> new BlockingRule(List.of(at), true)),
        twos(names.size())
            .map(two -> two.comparisons().stream().map(names::get).toList())
            .map(two -> new BlockingRule(two, true)));
  }

  private static List<Integer> ofKind(Comparisons comparisons, Likeness kind) {
    return IntStream.range(0, comparisons.count())
        .filter(at -> comparisons.all().get(at).likeness() == kind)
        .boxed()
        .toList();
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

  /** The rules that the incident names; empty if they are to be chosen from the data. */
  Set<Integer> named() {
    return named;
  }

  String name(int rule) {
    String attributes =
        String.join(" + ", rules.get(rule).comparisons().stream().map(names::get).toList());
    return rules.get(rule).isRough() ? "roughly " + attributes : attributes;
  }

  /**
   * The keys of a row under the wanted rules, from its column {@code values}.
   *
   * @param wanted bit per rule
   * @param common keys of single values that are to be looked up in combinations only; null: all
   *     rules apply as they are
   * @param crowded keys that are left out; null: none
   */
  Column keys(Column wanted, Column common, Column crowded) {
    return call_function(
        Functions.CATALOG + ".blocking_keys",
        col("values"),
        wanted,
        orNone(common),
        orNone(crowded),
        lit(BlockingKeys.written(rules)));
  }

  private static Column orNone(Column keys) {
    return keys == null ? lit(null).cast(BlockingKeys.KEYS) : keys;
  }

  /** Of rows with {@code values}: those that may share a key with one of the others. */
  Dataset<Row> sharing(Dataset<Row> rows, Dataset<Row> others, Column inUse) {
    Column asked = keys(inUse, null, null);
    // As many keys as all of them have under all rules, at most.
    Column expected = coalesce(others.agg(count(lit(1)).multiply(rules.size())).scalar(), lit(0L));
    Column set =
        others.agg(call_function(Functions.CATALOG + ".key_set", asked, expected)).scalar();
    return rows.where(call_function(Functions.CATALOG + ".shares_a_key", set, asked));
  }
}
