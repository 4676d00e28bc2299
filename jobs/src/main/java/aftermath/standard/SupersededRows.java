package aftermath.standard;

import static aftermath.pipeline.Table.table;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Delivered rows that another row with the same key replaces: the one with the largest declared
 * version stands; between equals the content decides, so that the order of deliveries never does.
 */
public final class SupersededRows {

  public static final Table TABLE =
      table("silver.superseded_rows")
          .comment("One row per delivered row that another row with the same key replaces")
          .columns(
              """
              role        STRING NOT NULL COMMENT 'bronze table',
              delivery_id STRING NOT NULL COMMENT 'delivery the row came in',
              line        BIGINT NOT NULL COMMENT 'line of the file on which it starts',
              reason      STRING NOT NULL COMMENT 'copy: the row that stands has the same values; older: it has a smaller version; undecided: values differ and no version says which of the two is newer, so that their content decides'
              """)
          .key("role", "delivery_id", "line")
          .check("reason_is_known", "reason IN ('copy', 'older', 'undecided')");

  private static final Column REASON =
      when(col("content").equalTo(col("standing_content")), "copy")
          .when(not(col("version").eqNullSafe(col("standing_version"))), "older")
          .otherwise("undecided");

  private SupersededRows() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(
            BronzeTables.of(incident, Role.IMPACTED_RECORDS),
            BronzeTables.of(incident, Role.CUSTOMERS),
            BronzeTables.of(incident, Role.MEMBERS),
            RepeatedKeys.TABLE)
        .as(
            (impacted, customers, members, repeated) ->
                superseded(incident, Role.IMPACTED_RECORDS, impacted, repeated)
                    .union(superseded(incident, Role.CUSTOMERS, customers, repeated))
                    .union(superseded(incident, Role.MEMBERS, members, repeated)))
        .dependingOn(incident.sources());
  }

  /** Keeps the rows of a role that stand. */
  public static UnaryOperator<Dataset<Row>> withoutSuperseded(Role role, Dataset<Row> superseded) {
    return delivered ->
        delivered.join(
            superseded.where(col("role").equalTo(role.tableName())).select("delivery_id", "line"),
            new String[] {"delivery_id", "line"},
            "left_anti");
  }

  private static Dataset<Row> superseded(
      Incident incident, Role role, Dataset<Row> delivered, Dataset<Row> repeated) {
    RowKeys keys = RowKeys.of(incident, role);
    var standingFirst =
        Window.partitionBy("row_key")
            .orderBy(col("version").desc(), col("content").desc(), col("delivery_id"), col("line"));
    return delivered
        .select(
            keys.key().as("row_key"),
            keys.version().as("version"),
            keys.content().as("content"),
            col("delivery_id"),
            col("line"))
        .join(
            RepeatedKeys.of(role.tableName(), repeated),
            col("row_key").equalTo(col("key")),
            "left_semi")
        .withColumn("place", row_number().over(standingFirst))
        .withColumn("standing_content", first("content").over(standingFirst))
        .withColumn("standing_version", first("version").over(standingFirst))
        .where("place > 1")
        .select(
            lit(role.tableName()).as("role"), col("delivery_id"), col("line"), REASON.as("reason"));
  }
}
