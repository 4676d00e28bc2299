package aftermath.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import aftermath.functions.Profile;
import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeColumn;
import aftermath.intake.BronzeColumns;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What is in every delivered column, declared or not. Stolen records are looked into for data that
 * should not be there; of customers and members only the filled values are counted.
 */
public final class ColumnProfiles {

  public static final Table TABLE =
      Table.table("silver.column_profiles")
          .comment(
              "One row per delivery and delivered column: how much of it is filled, what it looks like")
          .columns(
              """
              role        STRING        NOT NULL COMMENT 'bronze table',
              delivery_id STRING        NOT NULL COMMENT 'delivery, see ops.deliveries',
              column_name STRING        NOT NULL COMMENT 'column of the bronze table, or an undeclared one as delivered',
              rows        BIGINT        NOT NULL COMMENT 'rows of the delivery',
              filled      BIGINT        NOT NULL COMMENT 'rows that have a value',
              hits        ARRAY<BIGINT>          COMMENT 'rows that look like each kind of unexpected data, in the order of the detectors; null where nobody looked'
              """)
          .key("role", "delivery_id", "column_name");

  private ColumnProfiles() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(
            BronzeTables.of(incident, Role.IMPACTED_RECORDS),
            BronzeTables.of(incident, Role.CUSTOMERS),
            BronzeTables.of(incident, Role.MEMBERS))
        .as(
            (impacted, customers, members) ->
                profiled(incident, Role.IMPACTED_RECORDS, impacted)
                    .union(profiled(incident, Role.CUSTOMERS, customers))
                    .union(profiled(incident, Role.MEMBERS, members)));
  }

  private static Dataset<Row> profiled(Incident incident, Role role, Dataset<Row> delivered) {
    boolean isStolen = role == Role.IMPACTED_RECORDS;
    Column[] columns = columns(incident, role);
    Column profile = isStolen ? Profile.profile(columns) : Profile.filled(columns);
    return delivered
        .groupBy("delivery_id")
        .agg(count(lit(1)).as("rows"), profile.as("profile"))
        .withColumn("of", explode(col("profile")))
        .select(
            lit(role.tableName()).as("role"),
            col("delivery_id"),
            col("of.column").as("column_name"),
            col("rows"),
            col("of.filled").as("filled"),
            (isStolen ? col("of.hits") : lit(null).cast("array<bigint>")).as("hits"));
  }

  private static Column[] columns(Incident incident, Role role) {
    return Stream.concat(
            BronzeColumns.of(incident, role).stream().map(BronzeColumn::name),
            Stream.of("undeclared"))
        .map(functions::col)
        .toArray(Column[]::new);
  }
}
