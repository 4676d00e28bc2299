package aftermath.command;

import aftermath.disclosure.CellsFile;
import aftermath.disclosure.EquationsFile;
import aftermath.disclosure.LinkedTables;
import java.io.IOException;
import java.nio.file.Files;
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

  /** Makes the folder of what is written. */
  static void make(Path folder) throws IOException {
    if (Files.isRegularFile(folder)) {
      throw CommandMistake.outIsAFile(folder.toString());
    }
    Files.createDirectories(folder);
  }

  CellsFile cells() {
    return CellsFile.read(cells);
  }

  LinkedTables linked(CellsFile file) {
    var linked = new LinkedTables(file.cells(), EquationsFile.read(equations, file.cells()));
    if (linked.unlinked() > 0) {
      System.err.printf(
          "Note: %,d cells stand in no equation of %s. If they are part of a total, it must be there.%n",
          linked.unlinked(), equations);
    }
    return linked;
  }
}
