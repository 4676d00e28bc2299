package aftermath.exposure;

import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Query;
import aftermath.pipeline.Table;

/**
 * Records, addresses and people are different counts: all of them, side by side, with the method.
 */
public final class AffectedCounts {

  public static final Table TABLE =
      Table.table("gold.affected_counts")
          .comment("One row per way of counting who was hit")
          .columns(
              """
              measure  STRING NOT NULL COMMENT 'what is counted',
              amount   BIGINT NOT NULL COMMENT 'the count',
              at_least BIGINT NOT NULL COMMENT 'the least it may be: every ambiguous person is somebody already counted',
              at_most  BIGINT NOT NULL COMMENT 'the most it may be: every ambiguous record is a person of its own',
              method   STRING NOT NULL COMMENT 'how it was counted'
              """)
          .key("measure");

  private AffectedCounts() {}

  public static Model model(Incident incident) {
    Query counts = query("affected_counts.sql");
    if (incident.linking().matching().isEmpty()) {
      return Model.model(TABLE)
          .from(ExposureCube.table(incident), EmailCount.TABLE)
          .as(counts.and(query("people_count.sql")));
    }
    return Model.model(TABLE)
        .from(ExposureCube.table(incident), EmailCount.TABLE, PeopleByCertainty.TABLE)
        .as(
            counts
                .and(query("people_count_by_certainty.sql"))
                .and(query("affected_counts_by_certainty.sql")));
  }

  private static Query query(String file) {
    return Query.in(AffectedCounts.class, file);
  }
}
