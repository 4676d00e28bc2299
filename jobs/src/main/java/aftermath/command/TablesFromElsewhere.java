package aftermath.command;

import aftermath.disclosure.CellsFile;
import aftermath.disclosure.EquationsFile;
import aftermath.disclosure.LinkedTables;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that name tables which Aftermath has not made. */
final class TablesFromElsewhere {

  @Option(
      names = "--cells",
      required = true,
      paramLabel = "FILE",
      description = {
        "CSV with the cells: cell_id, any codes, value, freq, cost, status (u sensitive, s may be"
            + " suppressed, z must be published), lpl, upl (protection levels), published_status."
      })
  private Path cells;

  @Option(
      names = "--equations",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV with the equations of all tables: eq_id, total_cell, child_cell, a line for each part"
              + " of a total.")
  private Path equations;

  @Option(
      names = "--singletons",
      description =
          "Also protect against the lone contributor of a cell (freq 1), who knows its value.")
  private boolean withSingletons;

  boolean withSingletons() {
    return withSingletons;
  }

  Path cellsPath() {
    return cells;
  }

  CellsFile cells() {
    return CellsFile.read(cells);
  }

  LinkedTables linked(CellsFile file) {
    return new LinkedTables(file.cells(), EquationsFile.read(equations, file.cells()));
  }
}
