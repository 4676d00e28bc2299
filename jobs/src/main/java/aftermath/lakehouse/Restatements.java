package aftermath.lakehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;

import aftermath.ops.Ops;
import aftermath.pipeline.Daily;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Which days that were over are told anew: of each table that counts by day, the sums of its
 * present rows beside those of the version that the last recorded run had left.
 */
final class Restatements {
  private final Lakehouse lakehouse;
  private final List<Daily> dailies;
  private final Map<String, Long> recorded = new HashMap<>();

  Restatements(Lakehouse lakehouse, List<Daily> dailies) {
    this.lakehouse = lakehouse;
    this.dailies = dailies;
    if (!dailies.isEmpty()) {
      lookUpRecorded();
    }
  }

  /** The tables whose present version no entry of the log names. */
  List<Table> unrecorded() {
    return dailies.stream().map(Daily::table).filter(table -> !isRecorded(table)).toList();
  }

  /** Rows of {@code ops.restatements}: a few for every day that has changed. */
  List<Row> of(String run) {
    var all = new ArrayList<Row>();
    for (Daily daily : dailies) {
      Long last = recorded.get(daily.table().name());
      boolean canBeRead = last != null && lakehouse.log(daily.table()).has(last);
      if (canBeRead && !isRecorded(daily.table())) {
        for (Row row : restated(daily, last).collectAsList()) {
          all.add(
              RowFactory.create(
                  run,
                  daily.table().name(),
                  row.getDate(0),
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(3)));
        }
      }
    }
    return all;
  }

  private boolean isRecorded(Table table) {
    Optional<Long> version = Optional.ofNullable(recorded.get(table.name()));
    return version.equals(lakehouse.version(table));
  }

  /** Each run names the tables that it left with a new version, as name@version. */
  private void lookUpRecorded() {
    Object[] names = dailies.stream().map(daily -> daily.table().name()).toArray();
    lakehouse
        .read(Ops.RUNS)
        // What a stopped run has written was told to nobody.
        .where("NOT coalesce(was_stopped, false)")
        .select(col("run_id"), explode(col("tables_changed")).as("changed"))
        .select(
            col("run_id"),
            substring_index(col("changed"), "@", 1).as("name"),
            substring_index(col("changed"), "@", -1).cast("bigint").as("version"))
        .where(col("name").isin(names))
        .groupBy("name")
        .agg(max_by(col("version"), col("run_id")))
        .collectAsList()
        .forEach(row -> recorded.put(row.getString(0), row.getLong(1)));
  }

  private Dataset<Row> restated(Daily daily, long version) {
    Dataset<Row> before = lakehouse.readAsOf(daily.table(), Long.toString(version));
    Dataset<Row> newest = before.agg(max(daily.day()).as("newest"));
    return sums(daily, before, "was")
        .join(
            sums(daily, lakehouse.read(daily.table()), "is_now"),
            new String[] {"day", "measure"},
            "full_outer")
        .crossJoin(newest)
        .where(col("day").lt(col("newest")))
        .select(
            col("day"),
            col("measure"),
            coalesce(col("was"), lit(0L)).as("was"),
            coalesce(col("is_now"), lit(0L)).as("is_now"))
        .where(not(col("was").equalTo(col("is_now"))))
        .orderBy("day", "measure");
  }

  private static Dataset<Row> sums(Daily daily, Dataset<Row> rows, String name) {
    String pairs =
        daily.measures().stream()
            .map("'%1$s', cast(%1$s AS BIGINT)"::formatted)
            .collect(Collectors.joining(", "));
    String stacked = "stack(%d, %s) AS (measure, amount)".formatted(daily.measures().size(), pairs);
    return rows.select(col(daily.day()).as("day"), expr(stacked))
        .groupBy("day", "measure")
        .agg(sum("amount").as(name));
  }
}
