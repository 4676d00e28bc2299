package aftermath.disclosure.release;

import aftermath.incident.ReleaseTable;
import java.util.List;

/** A table of a release and all that is counted in it. */
public record CountedTable(ReleaseTable table, List<CubeRow> rows) {}
