package aftermath.standard;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What ties a loyalty member to a customer, one to one. */
public final class Ties {
  private Ties() {}

  /** The keys of a row by rule, in the order of the rules; null where an attribute is absent. */
  static List<Column> keys(Incident incident) {
    return incident.linking().members().stream()
        .map(rule -> Keys.scoped(rule.name(), Keys.keyOf(rule.same())))
        .toList();
  }

  /** What a customer can be tied by: the first rule whose attributes are all present. */
  private static Column keyOfCustomer(Incident incident) {
    return keys(incident).stream()
        .reduce(lit(null).cast("bigint"), (one, next) -> coalesce(one, next));
  }

  /** Adds {@code tie} to customers. */
  public static UnaryOperator<Dataset<Row>> ofCustomers(Incident incident, Dataset<Row> repeated) {
    return customers ->
        customers
            .withColumn("tie", keyOfCustomer(incident))
            .transform(rows -> unshared(rows, Role.CUSTOMERS, repeated));
  }

  /**
   * Adds {@code tie} to members: the key of the first rule that a customer has.
   *
   * @param customers with their ties
   */
  public static UnaryOperator<Dataset<Row>> ofMembers(
      Incident incident, Dataset<Row> customers, Dataset<Row> repeated) {
    List<Column> keys = keys(incident);
    return members ->
        (keys.size() > 1
                ? tiedByTheFirstThatFits(members, keys, customers)
                : members.withColumn(
                    "tie", keys.isEmpty() ? lit(null).cast("bigint") : keys.get(0)))
            .transform(rows -> unshared(rows, Role.MEMBERS, repeated));
  }

  private static Dataset<Row> tiedByTheFirstThatFits(
      Dataset<Row> members, List<Column> keys, Dataset<Row> customers) {
    Dataset<Row> fitting =
        members
            .select(col("known_id"), posexplode(array(keys.toArray(Column[]::new))))
            .where("col IS NOT NULL")
            .join(customers.select(col("tie").as("col")), new String[] {"col"}, "left_semi")
            .groupBy("known_id")
            .agg(min_by(col("col"), col("pos")).as("tie"));
    return members.join(fitting, new String[] {"known_id"}, "left_outer");
  }

  /**
   * Where different rows of one role share a tie it proves nothing; such rows, and those without
   * any, get a tie of their own, spread evenly over the partitions of a join.
   */
  private static Dataset<Row> unshared(Dataset<Row> people, Role role, Dataset<Row> repeated) {
    Dataset<Row> shared =
        RepeatedKeys.of(RepeatedKeys.tieScope(role), repeated).withColumnRenamed("key", "shared");
    Column own = Keys.scoped("alone", Keys.keyOf(List.of("known_id")));
    return people
        .join(shared, col("tie").equalTo(col("shared")), "left_outer")
        .withColumn("tie", when(col("shared").isNull(), col("tie")))
        .withColumn("tie", coalesce(col("tie"), own))
        .drop("shared");
  }
}
