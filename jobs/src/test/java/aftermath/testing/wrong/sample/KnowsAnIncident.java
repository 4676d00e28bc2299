package aftermath.testing.wrong.sample;

import aftermath.incident.Incident;

/** What generates the data must not know what is looked for in it. */
public record KnowsAnIncident(Incident incident) {}
