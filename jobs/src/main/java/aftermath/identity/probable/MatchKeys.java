package aftermath.identity.probable;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.Compared;
import aftermath.incident.Incident;
import aftermath.incident.Matching;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/**
 * How common values are: which ones are so common that agreement on them means little, and what a
 * blocking rule would cost. Attributes are counted whole; combinations by a sample of the rows
 * where there are many, for only their cost is asked.
 */
public final class MatchKeys {
  /** Values below this share are not told apart: there are too many of them, and all are rare. */
  private static final double SMALLEST_SHARE = 2e-5;

  /** Where all records look the same, nobody knows how rare that is; but not that it is certain. */
  private static final double LARGEST_SHARE = .5;

  /** Looks that must have a value for it to be listed, with room for what few have at all. */
  private static final String LEAST =
      "least(%d, greatest(2L, CAST(count(1) * " + SMALLEST_SHARE / 10 + "D AS BIGINT)))";

  /** Rows from which combinations are counted by a sample of about as many. */
  private static final long ENOUGH_ROWS = 50_000;

  public static final Table TABLE =
      Table.table("silver.match_keys")
          .comment("One row per common value of a compared attribute, and per blocking rule")
          .columns(
              """
              rule    INT    NOT NULL COMMENT 'number of the rule; those of one attribute come first',
              key     BIGINT          COMMENT 'hash of the value; null: the rule as a whole',
              profiles BIGINT NOT NULL COMMENT 'looks that have it',
              share   DOUBLE NOT NULL COMMENT 'share of it among all other looks that have a value; of a rule as a whole: that of a value of average rarity among those not listed',
              pairs   DOUBLE NOT NULL COMMENT 'pairs of looks that agree on it'
              """)
          .key("rule", "key")
          .personal("key");

  private MatchKeys() {}

  public static Model model(Incident incident, Matching matching) {
    var blocking = new Blocking(Compared.of(incident, matching), matching);
    return Model.model(TABLE)
        .from(MatchProfiles.TABLE)
        .as(profiles -> derive(profiles, blocking, matching.largestBlock()))
        .dependingOn(matching);
  }

  static Dataset<Row> derive(Dataset<Row> profiles, Blocking blocking, int largestBlock) {
    int singles = blocking.singles();
    MapPartitionsFunction<Row, Row> told = rows -> told(rows, singles, largestBlock);
    return counts(profiles, blocking, largestBlock)
        .select(col("rule"), col("key"), col("looks"), col("pairs"), oneOf(profiles).as("one_of"))
        .repartition(1)
        .mapPartitions(told, Encoders.row(TABLE.schema()))
        .select(TABLE.columnNames().stream().map(functions::col).toArray(Column[]::new));
  }

  /** What is known of a rule. */
  private static final class Total {
    private long looks;
    private double pairs;
    private long listed;
    private double listedPairs;
    private long rate;
  }

  private static Iterator<Row> told(Iterator<Row> counted, int singles, int largestBlock) {
    var totals = new TreeMap<Integer, Total>();
    var keys = new ArrayList<Row>();
    counted.forEachRemaining(
        row -> {
          int rule = row.getInt(0);
          if (row.isNullAt(1)) {
            Total total = totals.computeIfAbsent(rule, none -> new Total());
            total.looks += row.getLong(2);
            total.pairs += row.getLong(3);
            total.rate = rule < singles ? 1 : row.getLong(4);
          } else if (rule < singles) {
            keys.add(row);
          }
        });
    var rows = new ArrayList<Row>();
    for (Row key : keys) {
      Total total = totals.get(key.getInt(0));
      long looks = key.getLong(2);
      // Of a look that has it: the share of it among the others.
      double share = (looks - 1.0) / total.looks;
      if (looks > largestBlock || share >= SMALLEST_SHARE) {
        total.listed += looks;
        total.listedPairs += key.getLong(3);
        rows.add(
            RowFactory.create(
                key.getInt(0), key.getLong(1), looks, share, (double) key.getLong(3)));
      }
    }
    totals.forEach((rule, total) -> rows.add(whole(rule, total)));
    return rows.iterator();
  }

  private static Row whole(int rule, Total total) {
    double all = total.looks;
    long rest = total.looks - total.listed;
    double shared = 2 * (total.pairs - total.listedPairs) / all;
    // One more, for what no two looks share: rare is not impossible.
    double share = Math.min(LARGEST_SHARE, rest == 0 ? 1 / all : (shared + 1 / all) / rest);
    double pairs = total.pairs * total.rate * total.rate;
    return RowFactory.create(rule, null, total.looks * total.rate, share, pairs);
  }

  /** Rule, key, looks, pairs, as {@link CountedKeys} has them. */
  private static Dataset<Row> counts(Dataset<Row> profiles, Blocking blocking, int largestBlock) {
    long singles = (1L << blocking.singles()) - 1;
    long all = -1L >>> (Long.SIZE - blocking.rules().size());
    Column isCounted = col("profile").mod(oneOf(profiles)).equalTo(0);
    Column least = profiles.agg(expr(LEAST.formatted(largestBlock + 1))).scalar();
    return CountedKeys.of(
        profiles.select(
            least.as("least"),
            blocking.keys(when(isCounted, all).otherwise(singles), null, null).as("keys")));
  }

  /** One in so many looks is counted under combinations. */
  private static Column oneOf(Dataset<Row> profiles) {
    return profiles.agg(expr("greatest(1L, count(1) DIV " + ENOUGH_ROWS + ")")).scalar();
  }
}
