package aftermath.command;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import aftermath.present.Registration;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the statements that make another engine know the tables. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the SQL by which another engine comes to know the gold and ops tables of a warehouse under"
          + " their names. No row is copied: what a later run changes is seen there, too.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  aftermath register conf/demo.yaml --warehouse warehouse/demo > register.sql",
      "  aftermath register my-incident.yaml --warehouse s3a://bucket/warehouse --engine spark"
    })
public final class RegisterCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "trino",
      description =
          "Whose SQL: ${COMPLETION-CANDIDATES}; Databricks speaks Spark's. Default: ${DEFAULT-VALUE}.")
  private Registration engine;

  @Option(
      names = "--catalog",
      paramLabel = "NAME",
      defaultValue = Registration.CATALOG,
      description = "Trino's catalog that may register tables. Default: ${DEFAULT-VALUE}.")
  private String catalog;

  @Mixin private Place place;

  @Override
  public Integer call() {
    Incident incident = Place.incident(incidentFile);
    List<Table> tables =
        BreachPipeline.of(incident, PseudonymKey.NONE).tables().stream()
            .filter(table -> table.layer() == Layer.GOLD || table.layer() == Layer.OPS)
            .filter(table -> place.holds(incident, table))
            .toList();
    if (tables.isEmpty()) {
      throw CommandMistake.tableNotMade("A gold table", place.warehouse(incident));
    }
    String warehouse = Place.absolute(place.warehouse(incident));
    engine.statements(catalog, warehouse, tables).forEach(each -> System.out.println(each + ";"));
    return 0;
  }
}
