package aftermath.testing.wrong.lakehouse;

import aftermath.incident.Incident;

/** A lakehouse has tables, whatever is in them. */
public record KnowsAnIncident(Incident incident) {}
