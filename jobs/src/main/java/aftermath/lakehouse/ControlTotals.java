package aftermath.lakehouse;

import aftermath.pipeline.Balance;
import aftermath.pipeline.Balance.Total;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/** Checks that nothing is lost between two tables. */
final class ControlTotals {
  private final Lakehouse lakehouse;

  ControlTotals(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  /** One row of {@code ops.control_totals} per balance. */
  List<Row> of(String run, List<Balance> balances) {
    return balances.stream().map(balance -> checked(run, balance)).toList();
  }

  static List<String> broken(List<Row> totals) {
    return totals.stream()
        .filter(row -> !row.getBoolean(5))
        .map(
            row ->
                "%s: %,d in, %,d out (%s)"
                    .formatted(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)))
        .toList();
  }

  private Row checked(String run, Balance balance) {
    long in = amount(balance.in());
    var parts = new ArrayList<String>();
    parts.add(part(balance.in(), in));
    long out = 0;
    for (Total total : balance.out()) {
      long amount = amount(total);
      out += amount;
      parts.add(part(total, amount));
    }
    return RowFactory.create(run, balance.boundary(), in, out, String.join("; ", parts), in == out);
  }

  private long amount(Total total) {
    return lakehouse
        .read(total.table())
        .where(total.condition())
        .agg(functions.expr("coalesce(" + total.amount() + ", 0L)"))
        .head()
        .getLong(0);
  }

  private static String part(Total total, long amount) {
    return "%s %d".formatted(total.table().name(), amount);
  }
}
