package aftermath.exposure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.OneRowPerSegment;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How badly the people of each segment were hit, by ENISA's methodology (2013): SE = DPC × EI + CB.
 * Of several exposed fields the highest DPC counts, and the highest EI.
 */
public final class SeverityBySegment {

  public static final Table TABLE =
      Table.table("gold.severity_by_segment")
          .comment("One row per segment, value and severity that occurs")
          .columns(
              """
              segment       STRING NOT NULL COMMENT 'name of the segment',
              value         STRING NOT NULL COMMENT 'part of it; unknown where it is not known',
              severity      STRING NOT NULL COMMENT 'low (SE < 2), medium (< 3), high (< 4) or very high',
              people        BIGINT NOT NULL COMMENT 'affected people of this part with this severity',
              lowest_score  DOUBLE NOT NULL COMMENT 'smallest SE among them',
              highest_score DOUBLE NOT NULL COMMENT 'largest SE among them'
              """)
          .key("segment", "value", "severity")
          .check("severity_is_known", "severity IN ('low', 'medium', 'high', 'very high')");

  private SeverityBySegment() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(Fields.TABLE, ExposureCube.table(incident))
        .as((fields, cube) -> derive(incident, fields, cube))
        .dependingOn(incident.segments(), incident.severity());
  }

  static Dataset<Row> derive(Incident incident, Dataset<Row> fields, Dataset<Row> cube) {
    Dataset<Row> scores =
        cube.select("exposed_mask")
            .distinct()
            .join(fields, col("exposed_mask").bitwiseAND(col("bit")).notEqual(0L), "left_outer")
            .groupBy("exposed_mask")
            .agg(
                coalesce(max("data_processing_context"), lit(0)).as("dpc"),
                coalesce(max("ease_of_identification"), lit(0D)).as("ei"))
            .withColumn(
                "score",
                col("dpc").multiply(col("ei")).plus(lit(incident.severity().circumstances())));
    return cube.transform(OneRowPerSegment.keeping(incident, "exposed_mask", "people")::apply)
        .join(scores, "exposed_mask")
        .withColumn(
            "severity",
            when(col("score").lt(2), "low")
                .when(col("score").lt(3), "medium")
                .when(col("score").lt(4), "high")
                .otherwise("very high"))
        .groupBy("segment", "value", "severity")
        .agg(
            sum("people").as("people"),
            min("score").as("lowest_score"),
            max("score").as("highest_score"));
  }
}
