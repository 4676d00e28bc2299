package aftermath.exposure;

import aftermath.incident.Incident;
import aftermath.incident.Recipient;
import aftermath.pipeline.Model;
import aftermath.pipeline.Query;
import aftermath.pipeline.Table;

/** How many people and records each field was exposed of. */
public final class ExposureByField {

  public static final Table TABLE =
      Table.table("gold.exposure_by_field")
          .comment("One row per exposable field: whom it was exposed of, zero included")
          .columns(
              """
              field   STRING NOT NULL COMMENT 'name of the field',
              title   STRING NOT NULL COMMENT 'the field in words for people',
              kind    STRING          COMMENT 'what the first recipient calls it; other vocabularies are in gold.fields',
              people  BIGINT NOT NULL COMMENT 'affected people of whom at least one record shows it',
              records BIGINT NOT NULL COMMENT 'stolen records that show it',
              share   DOUBLE NOT NULL COMMENT 'people as a share of all affected people, 0 to 1'
              """)
          .key("field")
          .check("share_is_a_share", "share BETWEEN 0 AND 1");

  private ExposureByField() {}

  public static Model model(Incident incident) {
    String vocabulary =
        incident.recipients().stream().findFirst().map(Recipient::vocabulary).orElse("");
    return Model.model(TABLE)
        .from(Fields.TABLE, ExposureCube.table(incident), RecordCube.TABLE)
        .as(
            Query.in(ExposureByField.class, "exposure_by_field.sql")
                .with("vocabulary", vocabulary));
  }
}
