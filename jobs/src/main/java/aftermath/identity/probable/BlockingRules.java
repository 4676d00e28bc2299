package aftermath.identity.probable;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import aftermath.identity.Compared;
import aftermath.identity.KnownPeople;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.matching.BlockingChoice;
import aftermath.matching.BlockingChoice.Cost;
import aftermath.matching.BlockingRule;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/** Under which rules records are brought together to be compared. */
public final class BlockingRules {

  public static final Table TABLE =
      Table.table("silver.blocking_rules")
          .comment("One row per blocking rule that could be used")
          .columns(
              """
              rule      INT     NOT NULL COMMENT 'number of the rule, its bit in silver.candidate_pairs',
              name      STRING  NOT NULL COMMENT 'attributes that must be equal',
              profiles  BIGINT  NOT NULL COMMENT 'looks that have all of them',
              pairs     DOUBLE  NOT NULL COMMENT 'pairs of looks that agree on them; estimated from a sample for combinations of attributes in large files',
              pairs_with_known DOUBLE NOT NULL COMMENT 'pairs of a look and a known person that agree on them, if known people share values as the looks do',
              is_in_use BOOLEAN NOT NULL COMMENT 'whether records are brought together under it',
              is_in_use_for_known BOOLEAN NOT NULL COMMENT 'whether records are brought together with known people under it'
              """)
          .key("rule");

  private BlockingRules() {}

  public static Model model(Incident incident, Matching matching) {
    var blocking = new Blocking(Compared.of(incident, matching), matching);
    return Model.model(TABLE)
        .from(MatchKeys.TABLE, KnownPeople.table(incident))
        .as((keys, known) -> derive(keys, known, blocking))
        .dependingOn(matching);
  }

  static Dataset<Row> derive(Dataset<Row> keys, Dataset<Row> known, Blocking blocking) {
    List<String> names =
        IntStream.range(0, blocking.rules().size()).mapToObj(blocking::name).toList();
    List<BlockingRule> rules = new ArrayList<>(blocking.rules());
    Set<Integer> named = new HashSet<>(blocking.named());
    MapPartitionsFunction<Row, Row> choose = rows -> chosen(rows, names, rules, named);
    return keys.where("key IS NULL")
        .crossJoin(known.agg(count(lit(1)).as("known")))
        .select("rule", "profiles", "pairs", "known")
        .coalesce(1)
        .mapPartitions(choose, Encoders.row(TABLE.schema()))
        .select(TABLE.columnNames().stream().map(functions::col).toArray(Column[]::new));
  }

  private static Iterator<Row> chosen(
      Iterator<Row> totals, List<String> names, List<BlockingRule> rules, Set<Integer> named) {
    var rows = new ArrayList<Row>();
    totals.forEachRemaining(rows::add);
    List<Cost> costs =
        rows.stream()
            .map(row -> new Cost(row.getInt(0), row.getLong(1), row.getDouble(2)))
            .toList();
    List<Cost> costsWithKnown =
        rows.stream()
            .map(row -> new Cost(row.getInt(0), row.getLong(1), pairsWithKnown(row)))
            .toList();
    Set<Integer> chosen = named.isEmpty() ? BlockingChoice.among(rules, costs) : named;
    Set<Integer> withKnown = named.isEmpty() ? BlockingChoice.among(rules, costsWithKnown) : named;
    return rows.stream()
        .map(
            row ->
                RowFactory.create(
                    row.getInt(0),
                    names.get(row.getInt(0)),
                    row.getLong(1),
                    row.getDouble(2),
                    pairsWithKnown(row),
                    chosen.contains(row.getInt(0)),
                    withKnown.contains(row.getInt(0))))
        .iterator();
  }

  /** Known people are assumed to share values as the loose records do. */
  private static double pairsWithKnown(Row row) {
    return row.getDouble(2) * 2 * row.getLong(3) / row.getLong(1);
  }
}
