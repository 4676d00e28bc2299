package aftermath.exposure;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import aftermath.identity.ImpactedRecords;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;

/** How many stolen records show which combination of fields, whoever they are of. */
public final class RecordCube {

  public static final Table TABLE =
      Table.table("gold.record_cube")
          .comment("One row per combination of fields that a stolen record shows")
          .columns(
              """
              exposed_mask BIGINT NOT NULL COMMENT 'bit per field shown, see gold.fields',
              records      BIGINT NOT NULL COMMENT 'stolen records that show exactly these'
              """)
          .key("exposed_mask");

  private RecordCube() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(ImpactedRecords.table(incident))
        .as(impacted -> impacted.groupBy("exposed_mask").agg(count(lit(1)).as("records")));
  }
}
