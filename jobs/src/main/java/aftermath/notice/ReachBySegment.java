package aftermath.notice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.OneRowPerSegment;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who has been told and who is left, by segment. */
public final class ReachBySegment {

  public static final Table TABLE =
      Table.table("gold.reach_by_segment")
          .comment("One row per segment and value: whom the notices have reached")
          .columns(
              """
              segment          STRING NOT NULL COMMENT 'name of the segment',
              value            STRING NOT NULL COMMENT 'part of it; unknown where it is not known',
              people_to_notify BIGINT NOT NULL COMMENT 'affected people whom the notice policy asks to tell',
              reached          BIGINT NOT NULL COMMENT 'of them: a message was delivered',
              unreachable      BIGINT NOT NULL COMMENT 'of them: every channel with a known address has failed, or there is none',
              pending          BIGINT NOT NULL COMMENT 'of them: neither',
              reach            DOUBLE          COMMENT 'reached over people to notify'
              """)
          .key("segment", "value")
          .check("everyone_is_somewhere", "people_to_notify = reached + unreachable + pending");

  private ReachBySegment() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(ReachCube.table(incident))
        .as(cube -> derive(incident, cube))
        .dependingOn(incident.segments());
  }

  static Dataset<Row> derive(Incident incident, Dataset<Row> cube) {
    return cube.where("must_be_told")
        .transform(OneRowPerSegment.keeping(incident, "reach", "people")::apply)
        .groupBy("segment", "value")
        .agg(
            sum("people").as("people_to_notify"),
            sumOf("reached"),
            sumOf("unreachable"),
            sumOf("pending"))
        .withColumn(
            "reach",
            coalesce(col("reached"), lit(0L)).divide(nullif(col("people_to_notify"), lit(0L))));
  }

  private static Column sumOf(String reach) {
    return sum(when(col("reach").equalTo(reach), col("people")).otherwise(0L)).as(reach);
  }
}
