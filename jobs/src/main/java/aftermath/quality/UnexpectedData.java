package aftermath.quality;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import aftermath.incident.Detector;
import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Absence is a finding too: data that the organisation says was not there, looked for everywhere.
 */
public final class UnexpectedData {

  public static final Table TABLE =
      Table.table("gold.unexpected_data")
          .comment(
              "One row per detector and delivered column of the stolen records, zero hits included")
          .columns(
              """
              detector         STRING  NOT NULL COMMENT 'kind of data looked for',
              delivered_column STRING  NOT NULL COMMENT 'spellings of the column looked into; columns that the incident file does not declare are among them',
              is_denied        BOOLEAN NOT NULL COMMENT 'whether the organisation says that this kind was not on the platform',
              rows_scanned     BIGINT  NOT NULL COMMENT 'stolen records as delivered, however many of them have the column',
              values_scanned   BIGINT  NOT NULL COMMENT 'values looked at',
              hits             BIGINT  NOT NULL COMMENT 'values that look like it, by form and check digits; the value itself is never kept'
              """)
          .key("detector", "delivered_column")
          .check("hits_are_values", "hits <= values_scanned");

  private UnexpectedData() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(ColumnProfiles.TABLE)
        .as(profiles -> derive(incident, profiles))
        .dependingOn(incident.sources(), incident.notOnPlatform());
  }

  static Dataset<Row> derive(Incident incident, Dataset<Row> profiles) {
    Dataset<Row> stolen = profiles.where(col("role").equalTo(Role.IMPACTED_RECORDS.tableName()));
    return stolen
        .where("filled > 0")
        .transform(
            rows ->
                DeliveredColumns.withDeliveredName(
                    rows, DeliveredColumns.of(incident, rows.sparkSession())))
        .withColumn("of", explode(array(detectors(incident))))
        .groupBy(
            col("of.detector").as("detector"),
            col("delivered_column"),
            col("of.is_denied").as("is_denied"))
        .agg(sum("filled").as("values_scanned"), sum("of.hits").as("hits"))
        .crossJoin(rowsOf(stolen))
        .select(
            col("detector"),
            col("delivered_column"),
            col("is_denied"),
            col("rows_scanned"),
            col("values_scanned"),
            col("hits"));
  }

  /** All of them, so that it does not matter how they were cut into files. */
  private static Dataset<Row> rowsOf(Dataset<Row> stolen) {
    return stolen
        .select("delivery_id", "rows")
        .distinct()
        .agg(coalesce(sum("rows"), lit(0L)).as("rows_scanned"));
  }

  private static Column[] detectors(Incident incident) {
    return Arrays.stream(Detector.values())
        .map(
            detector ->
                struct(
                    lit(detector.word()).as("detector"),
                    lit(incident.notOnPlatform().contains(detector)).as("is_denied"),
                    col("hits").getItem(detector.ordinal()).as("hits")))
        .toArray(Column[]::new);
  }
}
