package aftermath.testing.wrong.functions;

import aftermath.pipeline.Table;

/** A function sees values and no tables. */
public record KnowsATable(Table table) {}
