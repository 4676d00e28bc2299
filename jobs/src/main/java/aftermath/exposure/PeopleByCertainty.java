package aftermath.exposure;

import aftermath.identity.Links;
import aftermath.pipeline.Model;
import aftermath.pipeline.Query;
import aftermath.pipeline.Table;

/** How many people there are, by how sure it has to be that two records are one person. */
public final class PeopleByCertainty {

  public static final Table TABLE =
      Table.table("gold.people_by_certainty")
          .comment("One row per probability from which records count as one person")
          .columns(
              """
              probability DOUBLE NOT NULL COMMENT 'from which two records are one person',
              people      BIGINT NOT NULL COMMENT 'affected people then'
              """)
          .key("probability");

  private PeopleByCertainty() {}

  public static Model model() {
    return Model.model(TABLE)
        .from(Links.TABLE)
        .as(Query.in(PeopleByCertainty.class, "people_by_certainty.sql"));
  }
}
