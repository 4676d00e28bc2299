package aftermath.command;

import aftermath.disclosure.CellsFile;
import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.suppression.AuditReport;
import aftermath.present.AuditFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what can be worked out of tables from elsewhere. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Says between which two values each suppressed cell of tables must lie, as anybody can work"
          + " it out from what is published, and whether that is wide enough.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every sensitive cell is protected",
      "1:a sensitive cell is not protected, or anything else went wrong",
      "2:a mistake in what was asked: it has to be corrected first"
    },
    footer = {
      "",
      "Suppressed are the cells whose published_status is u or x; if none is, those whose status is"
          + " u.",
      "",
      "Examples:",
      "  aftermath audit --cells cells.csv --equations equations.csv",
      "  aftermath audit --cells cells.csv --equations equations.csv --singletons --out proof"
    })
public final class AuditCommand implements Callable<Integer> {

  @Mixin private TablesFromElsewhere tables;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for audit.json and audit.md. Default: nothing is written.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    CellsFile cells = tables.cells();
    LinkedTables linked = tables.linked(cells);
    BitSet suppressed =
        cells.suppressed().isEmpty()
            ? linked.places(cell -> cell.isPrimary())
            : linked.places(cell -> cells.suppressed().contains(cell.id()));
    AuditReport audit = AuditReport.of(linked, suppressed, tables.withSingletons());
    if (out != null) {
      TablesFromElsewhere.make(out);
      AuditFiles.write(out, audit);
    }
    System.out.print(AuditFiles.page(audit));
    return audit.isPassed() ? 0 : 1;
  }
}
