package aftermath.identity.probable;

import static org.apache.spark.sql.functions.broadcast;

import aftermath.identity.Compared;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.BlockingRule;
import aftermath.matching.Comparisons;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A few records or known people as matching sees them, for somebody who asks about them. */
public final class LooksOf {
  private final Compared compared;
  private final Blocking blocking;
  private final Rarity rarity;

  public LooksOf(Incident incident, Matching matching) {
    this.compared = Compared.of(incident, matching);
    this.blocking = new Blocking(compared, matching);
    this.rarity = new Rarity(blocking, matching.largestBlock());
  }

  public Comparisons comparisons() {
    return compared.comparisons();
  }

  /**
   * The names of the rules under which a pair meets.
   *
   * @param one values of one of them in the first column, as {@link #looks} makes them
   * @param rules rows of {@link BlockingRules}
   */
  public List<String> meetUnder(
      Row one, Row other, long pattern, List<Row> rules, boolean withKnown) {
    Look first = Look.of(one.getList(0));
    Look second = Look.of(other.getList(0));
    String inUse = withKnown ? "is_in_use_for_known" : "is_in_use";
    return rules.stream()
        .filter(row -> row.<Boolean>getAs(inUse))
        .map(row -> row.<Integer>getAs("rule"))
        .filter(
            rule -> {
              BlockingRule each = blocking.rules().get(rule);
              return each.isRough() ? first.isRoughly(second, each) : each.holds(pattern);
            })
        .sorted()
        .map(blocking::name)
        .toList();
  }

  /**
   * Values, bits: what is compared and how rare it is, by comparison.
   *
   * @param rows with the attributes; either stolen records or known people
   */
  public Dataset<Row> looks(Dataset<Row> rows, Dataset<Row> keys, Dataset<Row> rules) {
    return rows.select(compared.values(Set.of(rows.columns())).as("values"))
        .crossJoin(broadcast(rarity.inUse(rules)))
        .transform(each -> rarity.withRarity(each, keys))
        .select("values", "bits");
  }
}
