package aftermath.standard;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Incident;
import aftermath.incident.LinkRule;
import aftermath.incident.Role;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What ties a loyalty member to a customer, one to one. */
public final class Ties {
  private Ties() {}

  /** The key of the first rule whose attributes are all present; null if there is none. */
  static Column keyOf(Incident incident) {
    Column tie = lit(null).cast("bigint");
    for (LinkRule rule : incident.linking().members()) {
      tie = coalesce(tie, Keys.scoped(rule.name(), Keys.keyOf(rule.same())));
    }
    return tie;
  }

  /**
   * Adds {@code tie}. Where different rows of one role share a tie it proves nothing; such rows,
   * and those without any, get a tie of their own, spread evenly over the partitions of a join.
   */
  public static UnaryOperator<Dataset<Row>> withTie(
      Incident incident, Role role, Dataset<Row> repeated) {
    return people -> {
      Dataset<Row> shared =
          RepeatedKeys.of(RepeatedKeys.tieScope(role), repeated).withColumnRenamed("key", "shared");
      Column own = Keys.scoped("alone", Keys.keyOf(List.of("known_id")));
      return people
          .withColumn("tie", keyOf(incident))
          .join(shared, col("tie").equalTo(col("shared")), "left_outer")
          .withColumn("tie", when(col("shared").isNull(), col("tie")))
          .withColumn("tie", coalesce(col("tie"), own))
          .drop("shared");
    };
  }
}
