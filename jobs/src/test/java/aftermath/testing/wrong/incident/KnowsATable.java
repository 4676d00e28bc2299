package aftermath.testing.wrong.incident;

import aftermath.pipeline.Table;

/** An incident is described before there are tables. */
public record KnowsATable(Table table) {}
