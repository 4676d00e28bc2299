package aftermath.standard;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which keys more than one row has. Few are, as a rule: knowing them first spares every other row
 * the way through a shuffle.
 */
public final class RepeatedKeys {

  public static final Table TABLE =
      Table.table("silver.repeated_keys")
          .comment("One row per key that more than one delivered row of a role has")
          .columns(
              """
              scope STRING NOT NULL COMMENT 'bronze table; with /tie: keys that tie members to customers, shared by different ones',
              key   BIGINT NOT NULL COMMENT 'hash of the key'
              """)
          .key("scope", "key");

  private RepeatedKeys() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(
            BronzeTables.of(incident, Role.IMPACTED_RECORDS),
            BronzeTables.of(incident, Role.CUSTOMERS),
            BronzeTables.of(incident, Role.MEMBERS))
        .as(
            (impacted, customers, members) ->
                repeatedRows(incident, Role.IMPACTED_RECORDS, impacted)
                    .union(repeatedRows(incident, Role.CUSTOMERS, customers))
                    .union(repeatedRows(incident, Role.MEMBERS, members))
                    .union(sharedTies(incident, Role.CUSTOMERS, customers))
                    .union(sharedTies(incident, Role.MEMBERS, members)))
        .dependingOn(
            incident.attributes(),
            incident.sources(),
            incident.linking(),
            incident.placeholders(),
            incident.defaultCountry());
  }

  /** The keys of one scope. */
  public static Dataset<Row> of(String scope, Dataset<Row> repeated) {
    return repeated.where(col("scope").equalTo(scope)).select("key");
  }

  static String tieScope(Role role) {
    return role.tableName() + "/tie";
  }

  /** Every row owns its key for itself: its place in the files tells it from all others. */
  private static Dataset<Row> repeatedRows(Incident incident, Role role, Dataset<Row> delivered) {
    return delivered
        .select(
            RowKeys.of(incident, role).key().as("key"),
            xxhash64(col("delivery_id"), col("line")).as("owner"))
        .transform(Repetitions::of)
        .select(lit(role.tableName()).as("scope"), col("key"));
  }

  private static Dataset<Row> nothing(Dataset<Row> delivered) {
    return delivered.where("false").select(lit("").as("scope"), lit(0L).as("key"));
  }

  private static Dataset<Row> sharedTies(Incident incident, Role role, Dataset<Row> delivered) {
    if (Ties.keys(incident).isEmpty()) {
      return nothing(delivered);
    }
    List<Column> columns = new ArrayList<>(new StandardAttributes(incident, role).columns());
    columns.add(RowKeys.of(incident, role).key().as("owner"));
    return delivered
        .select(columns.toArray(Column[]::new))
        .select(explode(array(Ties.keys(incident).toArray(Column[]::new))).as("key"), col("owner"))
        .where("key IS NOT NULL")
        .transform(Repetitions::of)
        .select(lit(tieScope(role)).as("scope"), col("key"));
  }
}
