package aftermath.identity;

import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Query;
import aftermath.pipeline.Table;
import java.util.Optional;

/** What became of the decisions of clerks. */
public final class DecisionsHonoured {

  public static final Table TABLE =
      Table.table("gold.decisions_honoured")
          .comment("One row per kind of decision of clerks, and what became of it")
          .columns(
              """
              decision STRING NOT NULL COMMENT 'same, different, or none where none stands',
              outcome  STRING NOT NULL COMMENT 'honoured; not honoured: another decision or an exact rule forbids it; or why none stands: taken back, contradicted, not found, two known people',
              pairs    BIGINT NOT NULL COMMENT 'pairs that clerks decided about'
              """)
          .key("decision", "outcome");

  private DecisionsHonoured() {}

  public static Optional<Model> model(Incident incident) {
    return LinkDecisions.areIn(incident)
        ? Optional.of(
            Model.model(TABLE)
                .from(LinkDecisions.TABLE, Links.TABLE)
                .as(Query.in(DecisionsHonoured.class, "decisions_honoured.sql")))
        : Optional.empty();
  }
}
