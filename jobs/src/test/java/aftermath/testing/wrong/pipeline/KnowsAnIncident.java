package aftermath.testing.wrong.pipeline;

import aftermath.incident.Incident;

/** The pipeline knows nothing of incidents. */
public record KnowsAnIncident(Incident incident) {}
