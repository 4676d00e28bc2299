package aftermath.identity.probable;

import static org.apache.spark.sql.functions.array;

import aftermath.functions.BlockingKeys;
import aftermath.identity.Compared;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.Comparisons;
import aftermath.matching.Look;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A few records or known people as matching sees them, for somebody who asks about them. */
public final class LooksOf {
  private final Compared compared;
  private final Blocking blocking;

  public LooksOf(Incident incident, Matching matching) {
    this.compared = Compared.of(incident, matching);
    this.blocking = new Blocking(compared, matching);
  }

  public Comparisons comparisons() {
    return compared.comparisons();
  }

  /** The names of the rules in use under which two looks meet. */
  public List<String> meetUnder(Look one, Look other, List<Row> rules, boolean withKnown) {
    String inUse = withKnown ? "is_in_use_for_known" : "is_in_use";
    return rules.stream()
        .filter(row -> row.<Boolean>getAs(inUse))
        .map(row -> row.<Integer>getAs("rule"))
        .filter(rule -> one.values().agree(other.values(), blocking.rules().get(rule)))
        .sorted()
        .map(blocking::name)
        .toList();
  }

  /**
   * One column: looks, as {@link #look} reads them.
   *
   * @param rows with the attributes; either stolen records or known people
   * @param keys rows of {@link MatchKeys}
   */
  public Dataset<Row> looks(Dataset<Row> rows, Dataset<Row> keys) {
    return rows.select(
        LooksByKey.look(
            compared.packed(Set.of(rows.columns())),
            array().cast(BlockingKeys.KEYS),
            LooksByKey.rarities(blocking, keys)));
  }

  public Look look(Row row) {
    return Look.of(row.getAs(0), compared.names().size());
  }

  /** The values of a look by comparison, null where absent. */
  public List<String> values(Look look) {
    return IntStream.range(0, compared.names().size()).mapToObj(look.values()::text).toList();
  }

  /** How rare each value is that two have in common, in bits. */
  public double[] bitsInCommon(Look one, Look other) {
    return IntStream.range(0, compared.names().size())
        .mapToDouble(at -> one.bitsInCommon(other, at))
        .toArray();
  }
}
