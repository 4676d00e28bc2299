package aftermath.command;

import aftermath.exposure.AffectedCounts;
import aftermath.incident.Incident;
import aftermath.present.notebook.Jupyter;
import aftermath.present.notebook.Notebook;
import aftermath.present.notebook.NotebookExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the analysts' notebooks on a warehouse. */
@Command(
    name = "notebooks",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the analysts' notebooks on a warehouse and writes each with its outputs: as a notebook (.ipynb),"
          + " and as a page with charts that opens in any browser, without a network.",
      "They read gold and ops tables only. Jupyter runs them: `apt-get install jupyter-nbconvert`, or"
          + " `pip install nbconvert`.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  aftermath notebooks conf/demo.yaml",
      "  aftermath notebooks my-incident.yaml --warehouse warehouse/mine --out notebooks-of-friday",
      "  aftermath notebooks my-incident.yaml --only timeliness",
      "  aftermath notebooks my-incident.yaml --install-kernel   then: jupyter lab notebooks-export/sources"
    })
public final class NotebooksCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Option(
      names = "--sources",
      paramLabel = "DIR",
      defaultValue = "notebooks-export/sources",
      description = "Folder of the notebooks to run. Default: ${DEFAULT-VALUE}.")
  private Path sources;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Folder of what is written; files of the same names are replaced. Default:"
              + " notebooks-export/<id of the incident>.")
  private Path out;

  @Option(
      names = "--only",
      paramLabel = "WORD",
      description = "Only notebooks whose name has this in it; may be given several times.")
  private List<String> only = List.of();

  @Option(
      names = "--jupyter",
      paramLabel = "COMMAND",
      defaultValue = "jupyter",
      description = "The command of Jupyter. Default: ${DEFAULT-VALUE}.")
  private String command;

  @Option(
      names = "--install-kernel",
      description =
          "Run nothing, and set up a kernel by which Jupyter opens these notebooks on this warehouse.")
  private boolean installsKernel;

  @Mixin private Place place;

  @Override
  public Integer call() {
    Incident incident = Place.incident(incidentFile);
    if (!place.holds(incident, AffectedCounts.TABLE)) {
      throw CommandMistake.tableNotMade(AffectedCounts.TABLE.name(), place.warehouse(incident));
    }
    var export = new NotebookExport(Jupyter.found(command), place.kernel(incident));
    if (installsKernel) {
      export.installKernel();
      System.out.printf(
          "The kernel \"Aftermath (Java)\" is there. Open the notebooks: jupyter lab %s%n",
          sources);
    } else {
      write(incident, export);
    }
    return 0;
  }

  private void write(Incident incident, NotebookExport export) {
    Path folder = out == null ? Path.of("notebooks-export", incident.id()) : out;
    if (Files.isRegularFile(folder)) {
      throw CommandMistake.outIsAFile(folder.toString());
    }
    List<Notebook> notebooks = wanted();
    System.out.printf(
        "Running %d notebooks on %s; the first waits for Spark.%n",
        notebooks.size(), place.warehouse(incident));
    List<Path> written = export.write(notebooks, folder, name -> System.out.printf("  %s%n", name));
    System.out.printf(
        "%d notebooks with their outputs, and a page of each, are in %s%n", written.size(), folder);
    System.out.println(
        "They show counts as they are, small ones included. What may be published comes from `./aftermath extract`.");
  }

  private List<Notebook> wanted() {
    List<Notebook> all = Notebook.in(sources);
    List<Notebook> wanted =
        only.isEmpty()
            ? all
            : all.stream().filter(each -> only.stream().anyMatch(each.name()::contains)).toList();
    if (wanted.isEmpty()) {
      throw CommandMistake.noSuchNotebook(only, all.stream().map(Notebook::name).toList());
    }
    return wanted;
  }
}
