package aftermath.lakehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import aftermath.ops.Ops;
import aftermath.pipeline.Daily;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/**
 * Which days that were over are told anew: of each table that counts by day, the sums of its
 * present rows beside those of the version that the last recorded run had left.
 */
final class Restatements {
  private final Lakehouse lakehouse;

  Restatements(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  /** Rows of {@code ops.restatements}: a few for every day that has changed. */
  List<Row> of(String run, List<Daily> dailies) {
    var all = new ArrayList<Row>();
    for (Daily daily : dailies) {
      Optional<Long> last = lastRecorded(daily);
      Optional<Long> now = lakehouse.version(daily.table());
      if (last.isPresent() && now.isPresent() && !last.equals(now)) {
        restated(daily, last.get()).collectAsList().stream()
            .map(
                row ->
                    RowFactory.create(
                        run,
                        daily.table().name(),
                        row.getDate(0),
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3)))
            .forEach(all::add);
      }
    }
    return all;
  }

  /** The tables whose present version no entry of the log names: a run was stopped before that. */
  List<Table> unrecorded(List<Daily> dailies) {
    return dailies.stream()
        .map(Daily::table)
        .filter(table -> !recorded(table).equals(lakehouse.version(table)))
        .toList();
  }

  /** The version that the newest entry of the log names, if it can still be read. */
  private Optional<Long> lastRecorded(Daily daily) {
    return recorded(daily.table()).filter(version -> lakehouse.log(daily.table()).has(version));
  }

  private Optional<Long> recorded(Table table) {
    String prefix = table.name() + "@";
    return lakehouse
        .read(Ops.RUNS)
        .select(col("run_id"), functions.explode(col("tables_changed")).as("changed"))
        .where(col("changed").startsWith(prefix))
        .orderBy(col("run_id").desc())
        .takeAsList(1)
        .stream()
        .map(row -> Long.parseLong(row.getString(1).substring(prefix.length())))
        .findFirst();
  }

  private Dataset<Row> restated(Daily daily, long version) {
    Dataset<Row> before = lakehouse.readAsOf(daily.table(), Long.toString(version));
    Dataset<Row> newest = before.agg(max(daily.day()).as("newest"));
    return sums(daily, before, "was")
        .join(sums(daily, lakehouse.read(daily.table()), "is_now"), columns(), "full_outer")
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
    String stacked =
        daily.measures().stream()
            .map("'%1$s', cast(%1$s AS BIGINT)"::formatted)
            .collect(
                java.util.stream.Collectors.joining(
                    ", ", "stack(" + daily.measures().size() + ", ", ") AS (measure, amount)"));
    return rows.select(col(daily.day()).as("day"), expr(stacked))
        .groupBy("day", "measure")
        .agg(sum("amount").as(name));
  }

  private static String[] columns() {
    return new String[] {"day", "measure"};
  }
}
