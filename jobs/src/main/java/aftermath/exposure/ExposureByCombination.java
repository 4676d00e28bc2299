package aftermath.exposure;

import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Query;
import aftermath.pipeline.Table;

/** How many people had exactly which set of fields exposed: the rows are a partition. */
public final class ExposureByCombination {

  public static final Table TABLE =
      Table.table("gold.exposure_by_combination")
          .comment("One row per exact set of exposed fields; together they are all affected people")
          .columns(
              """
              exposed_mask BIGINT        NOT NULL COMMENT 'the set as bits, see gold.fields',
              fields       ARRAY<STRING> NOT NULL COMMENT 'the set as names, in the order of the catalogue',
              field_count  INT           NOT NULL COMMENT 'how many fields are in the set',
              people       BIGINT        NOT NULL COMMENT 'affected people with exactly this set',
              share        DOUBLE        NOT NULL COMMENT 'people as a share of all affected people, 0 to 1'
              """)
          .key("exposed_mask");

  private ExposureByCombination() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(Fields.TABLE, ExposureCube.table(incident))
        .as(Query.in(ExposureByCombination.class, "exposure_by_combination.sql"));
  }
}
