package aftermath.command;

import aftermath.disclosure.CellsFile;
import aftermath.disclosure.LinkedTables;
import aftermath.disclosure.PublishedFile;
import aftermath.disclosure.suppression.AuditReport;
import aftermath.disclosure.suppression.Suppression;
import aftermath.present.AuditFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Chooses complementary suppressions for tables from elsewhere. */
@Command(
    name = "suppress",
    mixinStandardHelpOptions = true,
    description = {
      "Chooses which cells of tables must be left out beside the sensitive ones, at the least cost, so"
          + " that nobody can work the sensitive ones out; writes the tables as they may be published"
          + " and the audit that proves it.",
      ""
    },
    footer = {
      "",
      "Writes into the folder: cells.csv, audit.json, audit.md.",
      "",
      "Examples:",
      "  aftermath suppress --cells cells.csv --equations equations.csv --out protected",
      "  aftermath suppress --cells cells.csv --equations equations.csv --out protected --singletons --seconds 600"
    })
public final class SuppressCommand implements Callable<Integer> {

  @Mixin private TablesFromElsewhere tables;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of what is written.")
  private Path out;

  @Option(
      names = "--seconds",
      defaultValue = "300",
      paramLabel = "N",
      description =
          "After so long the best pattern found is taken; it is protected all the same. Default:"
              + " ${DEFAULT-VALUE}.")
  private int seconds;

  @Override
  public Integer call() throws IOException {
    if (seconds < 1) {
      throw CommandMistake.noTimeToSuppress(seconds);
    }
    CellsFile cells = tables.cells();
    LinkedTables linked = tables.linked(cells);
    Suppression.Result result =
        Suppression.choose(
            linked,
            new Suppression.Options(tables.withSingletons(), Duration.ofSeconds(seconds)),
            new SuppressionProgress(System.err));
    AuditReport audit =
        AuditReport.of(linked, result.suppressed(), tables.withSingletons()).orRefuse();
    TablesFromElsewhere.make(out);
    PublishedFile.write(out.resolve("cells.csv"), cells, result.suppressed());
    AuditFiles.write(out, audit);
    System.out.printf(
        "%,d cells in %,d equations: %,d sensitive, %,d more suppressed to protect them (cost %s;"
            + " %s).%n",
        audit.cells(),
        audit.equations(),
        audit.primary(),
        audit.complementary(),
        plain(result.cost()),
        result.isOptimal()
            ? "no pattern costs less"
            : "none costs less than %s".formatted(plain(result.lowerBound())));
    System.out.printf(
        "The audit has passed: %,d linear programs%s.%nWritten to %s%n",
        audit.linearPrograms(),
        tables.withSingletons()
            ? ", %,d lone contributors among the attackers".formatted(audit.singletonAttackers())
            : "",
        out);
    return 0;
  }

  private static String plain(double cost) {
    return new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(cost);
  }
}
