package aftermath.exposure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sum;

import aftermath.identity.OneRowPerSegment;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many people of each segment had each field exposed, and at which rate. */
public final class ExposureBySegment {

  public static final Table TABLE =
      Table.table("gold.exposure_by_segment")
          .comment("One row per segment, value and field, and one with the field any")
          .columns(
              """
              segment STRING NOT NULL COMMENT 'name of the segment',
              value   STRING NOT NULL COMMENT 'part of it; unknown where it is not known',
              field   STRING NOT NULL COMMENT 'exposed field; any: at least one record, whatever it shows',
              people  BIGINT NOT NULL COMMENT 'affected people of this part of whom the field was exposed',
              base    BIGINT NOT NULL COMMENT 'customers and members of this part, affected or not',
              rate    DOUBLE          COMMENT 'known affected people of this part over base; null where the base is empty'
              """)
          .key("segment", "value", "field");

  private ExposureBySegment() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(Fields.TABLE, ExposureCube.table(incident), PopulationCube.table(incident))
        .as((fields, cube, population) -> derive(incident, fields, cube, population))
        .dependingOn(incident.segments());
  }

  static Dataset<Row> derive(
      Incident incident, Dataset<Row> fields, Dataset<Row> cube, Dataset<Row> population) {
    Dataset<Row> affected =
        cube.transform(
                OneRowPerSegment.keeping(incident, "exposed_mask", "people", "link_state")::apply)
            .groupBy("segment", "value", "exposed_mask")
            .agg(sum("people").as("people"), knownPeople().as("known_people"));
    Dataset<Row> base =
        population
            .transform(OneRowPerSegment.keeping(incident, "people")::apply)
            .groupBy("segment", "value")
            .agg(sum("people").as("base"));
    return counted(affected, fields)
        .join(everyPart(affected, base, fields), on(), "right_outer")
        .join(base, new String[] {"segment", "value"}, "left_outer")
        .select(
            col("segment"),
            col("value"),
            col("field"),
            coalesce(col("people"), lit(0L)).as("people"),
            coalesce(col("base"), lit(0L)).as("base"),
            coalesce(col("known_people"), lit(0L)).divide(nullif(col("base"), lit(0L))).as("rate"));
  }

  private static Column knownPeople() {
    return sum(
        org.apache
            .spark
            .sql
            .functions
            .when(col("link_state").equalTo("known"), col("people"))
            .otherwise(0L));
  }

  private static Dataset<Row> counted(Dataset<Row> affected, Dataset<Row> fields) {
    return affected
        .join(
            bits(fields),
            col("bit").equalTo(-1L).or(col("exposed_mask").bitwiseAND(col("bit")).notEqual(0L)))
        .groupBy("segment", "value", "field")
        .agg(sum("people").as("people"), sum("known_people").as("known_people"));
  }

  /** Parts in which nobody was affected, and fields that nobody lost, are rows too. */
  private static Dataset<Row> everyPart(
      Dataset<Row> affected, Dataset<Row> base, Dataset<Row> fields) {
    return affected
        .select("segment", "value")
        .union(base.select("segment", "value"))
        .distinct()
        .crossJoin(bits(fields).select("field"));
  }

  private static Dataset<Row> bits(Dataset<Row> fields) {
    return fields
        .select("field", "bit")
        .union(fields.sparkSession().range(1).select(lit("any").as("field"), lit(-1L).as("bit")));
  }

  private static String[] on() {
    return new String[] {"segment", "value", "field"};
  }
}
