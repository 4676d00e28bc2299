package aftermath.identity.probable;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import aftermath.identity.Compared;
import aftermath.identity.KnownLinks;
import aftermath.incident.LinkRule;
import aftermath.matching.Comparisons;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * How records agree with the known people to whom exact rules led: examples of matches, for which
 * nobody had to look at pairs. What a rule asked for says nothing; the rest shows how values of one
 * person differ.
 */
final class DecidedPairs {
  /** Examples that are looked at: enough for any share, however many records there are. */
  private static final int ENOUGH = 50_000;

  private static final StructType SEEN =
      StructType.fromDDL("rules BIGINT NOT NULL, pattern BIGINT NOT NULL");

  private final Compared compared;
  private final Map<String, Long> askedFor = new HashMap<>();

  DecidedPairs(Compared compared, List<LinkRule> rules) {
    this.compared = compared;
    for (LinkRule rule : rules) {
      long asked = 0;
      for (String attribute : rule.same()) {
        int at = compared.names().indexOf(attribute);
        asked |= at < 0 ? 0 : 1L << at;
      }
      askedFor.put(rule.name(), asked);
    }
  }

  /** Rules, pattern, pairs: bit per comparison that the exact rule asked for. */
  Dataset<Row> patterns(Dataset<Row> impacted, Dataset<Row> known, Dataset<Row> knownLinks) {
    Dataset<Row> linked = knownLinks.where("known IS NOT NULL");
    Dataset<Row> examples =
        linked
            .crossJoin(linked.agg(expr("greatest(1L, count(1) DIV " + ENOUGH + ")").as("one_of")))
            .where("pmod(xxhash64(record), one_of) = 0")
            .select("record", "known", "rule");
    Comparisons comparisons = compared.comparisons();
    Map<String, Long> asked = askedFor;
    MapPartitionsFunction<Row, Row> compare = rows -> compared(rows, comparisons, asked);
    return KnownLinks.numbered(impacted)
        .select(col("record"), compared.values(Set.of(impacted.columns())).as("stolen"))
        .join(broadcast(examples), new String[] {"record"})
        .join(
            known.select(
                KnownLinks.numberOf("known_id").as("known"),
                compared.values(Set.of(known.columns())).as("held")),
            new String[] {"known"})
        .select("rule", "stolen", "held")
        .mapPartitions(compare, Encoders.row(SEEN))
        .groupBy("rules", "pattern")
        .agg(count(lit(1)).as("pairs"));
  }

  private static Iterator<Row> compared(
      Iterator<Row> rows, Comparisons comparisons, Map<String, Long> askedFor) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        Row row = rows.next();
        char[][] stolen = Look.chars(row.getList(1));
        char[][] held = Look.chars(row.getList(2));
        return RowFactory.create(
            askedFor.getOrDefault(row.getString(0), 0L), comparisons.pattern(stolen, held));
      }
    };
  }
}
