package aftermath.testing.wrong.standard;

import aftermath.identity.People;
import aftermath.incident.Incident;
import aftermath.pipeline.Table;

/** Values are brought into standard form before anybody is a person. */
public final class KnowsPeople {
  private KnowsPeople() {}

  public static Table people(Incident incident) {
    return People.table(incident);
  }
}
