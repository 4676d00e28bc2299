package aftermath.notice;

import static org.apache.spark.sql.functions.sum;

import aftermath.identity.OneRowPerSegment;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many are left to be told, why, and by what they are to be told next. */
public final class OutstandingNotices {

  public static final Table TABLE =
      Table.table("gold.outstanding_notices")
          .comment(
              "One row per addressee, reason, next step, segment and value: who must be told and is not reached")
          .columns(
              """
              addressee STRING NOT NULL COMMENT 'whom to write to: themselves, or who is written to in their place by the notice policy',
              reason    STRING NOT NULL COMMENT 'why they are not reached, as in silver.told_people',
              next_step STRING NOT NULL COMMENT 'wait, the channel to write by, or publication',
              segment   STRING NOT NULL COMMENT 'name of the segment',
              value     STRING NOT NULL COMMENT 'part of it; unknown where it is not known',
              people    BIGINT NOT NULL COMMENT 'people who must be told'
              """)
          .key("addressee", "reason", "next_step", "segment", "value");

  private OutstandingNotices() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(ReachCube.table(incident))
        .as(cube -> derive(incident, cube))
        .dependingOn(incident.segments());
  }

  static Dataset<Row> derive(Incident incident, Dataset<Row> cube) {
    return cube.where("must_be_told AND reach <> 'reached'")
        .transform(
            OneRowPerSegment.keeping(incident, "addressee", "reason", "next_step", "people")::apply)
        .groupBy("addressee", "reason", "next_step", "segment", "value")
        .agg(sum("people").as("people"));
  }
}
