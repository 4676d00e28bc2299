package aftermath.command;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.lakehouse.Causes;
import aftermath.lakehouse.Lakehouse;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.present.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints rows of a table. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {"Prints rows of a table, now or as of an earlier version.", ""},
    footer = {
      "",
      "Examples:",
      "  aftermath show gold.affected_counts conf/qantas-2025.yaml",
      "  aftermath show gold.exposure_by_segment conf/demo.yaml --warehouse warehouse/demo"
          + " --where \"segment = 'region' AND field = 'any'\"",
      "  aftermath show gold.affected_counts conf/qantas-2025.yaml --as-of 3",
      "  aftermath show silver.impacted_records conf/demo.yaml --personal --rows 5"
    })
public final class ShowCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "TABLE", description = "For example gold.affected_counts.")
  private String name;

  @Parameters(index = "1", paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Option(
      names = "--as-of",
      paramLabel = "VERSION",
      description = "An earlier version of the table, by number or by time (2025-07-09 12:00:00).")
  private String asOf;

  @Option(names = "--where", paramLabel = "SQL", description = "Only rows that meet a condition.")
  private String condition;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many rows at most. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(names = "--wide", description = "Whole values, however long they are.")
  private boolean wide;

  @Option(names = "--personal", description = "Show a table that holds personal data, too.")
  private boolean personal;

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    Incident incident = Place.incident(incidentFile);
    Pipeline pipeline = BreachPipeline.of(incident, PseudonymKey.NONE);
    Table table = pipeline.table(name).orElseThrow(() -> unknown(pipeline));
    if (table.layer() != Layer.GOLD && !table.personal().isEmpty() && !personal) {
      throw CommandMistake.holdsPersonalData(name);
    }
    try (SparkSession spark = place.session()) {
      Lakehouse lakehouse = place.lakehouse(spark, incident);
      if (lakehouse.version(table).isEmpty()) {
        throw CommandMistake.tableNotMade(name, place.warehouse(incident));
      }
      print(table, rows(lakehouse, table));
    }
    return 0;
  }

  private Dataset<Row> rows(Lakehouse lakehouse, Table table) {
    Dataset<Row> rows = asOf == null ? lakehouse.read(table) : earlier(lakehouse, table);
    return condition == null ? rows : onlyWhere(rows);
  }

  /** Spark's analyser throws a checked exception that its signatures do not declare. */
  private Dataset<Row> onlyWhere(Dataset<Row> rows) {
    try {
      return rows.where(condition);
    } catch (Exception e) {
      throw CommandMistake.badCondition(condition, Causes.inOneLine(e));
    }
  }

  private Dataset<Row> earlier(Lakehouse lakehouse, Table table) {
    try {
      return lakehouse.readAsOf(table, asOf);
    } catch (Exception e) {
      throw CommandMistake.noSuchVersion(name, asOf, lakehouse.version(table).orElseThrow());
    }
  }

  private void print(Table table, Dataset<Row> rows) {
    Dataset<Row> ordered =
        table.key().isEmpty()
            ? rows
            : rows.orderBy(
                table.key().stream()
                    .map(org.apache.spark.sql.functions::col)
                    .toArray(org.apache.spark.sql.Column[]::new));
    List<Row> shown = ordered.limit(limit + 1).collectAsList();
    System.out.println(table.comment() + ".");
    System.out.print(
        new TextTable(wide, table.personal())
            .of(rows.schema(), shown.subList(0, Math.min(limit, shown.size()))));
    if (shown.isEmpty()) {
      System.out.println(
          asOf == null && condition == null ? "No rows." : "No rows in this version that fit.");
    }
    if (shown.size() > limit) {
      System.out.printf("… more than %d rows; see --rows and --where.%n", limit);
    }
  }

  private CommandMistake unknown(Pipeline pipeline) {
    var distance = LevenshteinDistance.getDefaultInstance();
    String nearest =
        pipeline.tables().stream()
            .map(Table::name)
            .min(Comparator.comparing(table -> distance.apply(table, name)))
            .orElseThrow();
    return CommandMistake.noSuchTable(name, pipeline.tables(), nearest);
  }
}
