package aftermath.testing.wrong.intake;

import aftermath.identity.People;
import aftermath.incident.Incident;
import aftermath.pipeline.Table;

/** Intake comes first. */
public final class KnowsWhatItFeeds {
  private KnowsWhatItFeeds() {}

  public static Table fed(Incident incident) {
    return People.table(incident);
  }
}
