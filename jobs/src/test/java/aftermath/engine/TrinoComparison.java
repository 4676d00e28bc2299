package aftermath.engine;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.IncidentFile;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Sessions;
import aftermath.pipeline.Column;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import aftermath.present.ExampleQueries;
import aftermath.present.Registration;
import aftermath.present.notebook.Notebook;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * Registers the tables of a warehouse with Trino and compares its answers with Spark's. Called with
 * Trino's JDBC address, the incident file and the warehouse.
 */
public final class TrinoComparison {
  private static final String CATALOG = "aftermath";
  private static final int MOST_ROWS_SHOWN = 5;

  private final SparkEngine spark;
  private final JdbcEngine trino;
  private final List<Table> tables;
  private final List<String> mistakes = new ArrayList<>();

  private TrinoComparison(SparkEngine spark, JdbcEngine trino, List<Table> tables) {
    this.spark = spark;
    this.trino = trino;
    this.tables = tables;
  }

  public static void main(String[] arguments) throws Exception {
    String warehouse = Path.of(arguments[2]).toAbsolutePath().normalize().toString();
    var properties = new Properties();
    properties.setProperty("user", "analyst");
    boolean isSame;
    try (SparkSession spark = Sessions.open("local[2]", Sessions.FOR_LITTLE_DATA);
        Connection connection =
            DriverManager.getConnection(arguments[0] + "/" + CATALOG, properties)) {
      var lakehouse = new Lakehouse(spark, warehouse);
      List<Table> tables =
          BreachPipeline.of(IncidentFile.read(Path.of(arguments[1])), PseudonymKey.NONE)
              .tables()
              .stream()
              .filter(table -> table.layer() == Layer.GOLD || table.layer() == Layer.OPS)
              .filter(table -> lakehouse.version(table).isPresent())
              .toList();
      var comparison =
          new TrinoComparison(
              new SparkEngine(spark, warehouse), new JdbcEngine(connection), tables);
      comparison.register(warehouse);
      isSame = comparison.isSame();
    }
    System.exit(isSame ? 0 : 1);
  }

  private void register(String warehouse) throws SQLException {
    for (String statement :
        Registration.TRINO.statements(Registration.CATALOG, warehouse, tables)) {
      trino.execute(statement);
    }
    System.out.printf("%d tables are registered%n", tables.size());
  }

  private boolean isSame() {
    for (Table table : tables) {
      compare(table.name(), "SELECT * FROM " + table.name());
      compareRemarks(table);
    }
    assertDifferencesAreSeen();
    Map<String, String> queries = queries();
    queries.forEach(this::compare);
    assertNobodyWrites();
    mistakes.forEach(mistake -> System.out.printf("DIFFERS  %s%n", mistake));
    System.out.printf(
        "%d tables and %d queries: %s%n",
        tables.size(),
        queries.size(),
        mistakes.isEmpty() ? "Trino answers as Spark does" : "differences: " + mistakes.size());
    return mistakes.isEmpty();
  }

  private Map<String, String> queries() {
    var queries = new TreeMap<String, String>();
    for (Table table : tables) {
      ExampleQueries.of(table.name())
          .ifPresent(query -> queries.put("example of " + table.name(), query));
    }
    for (Notebook notebook : Notebook.in(Path.of("notebooks-export", "sources"))) {
      List<String> asked = notebook.queries();
      for (int place = 0; place < asked.size(); place++) {
        queries.put("%s, query %d".formatted(notebook.name(), place + 1), asked.get(place));
      }
    }
    return queries;
  }

  private void compare(String name, String sql) {
    try {
      Engine.Rows expected = spark.answer(sql).inAnyOrder();
      Engine.Rows found = trino.answer(sql).inAnyOrder();
      System.out.printf("  %-50s %8d rows%n", name, found.rows().size());
      if (!expected.columns().equals(found.columns())) {
        mistakes.add(
            "%s: columns %s, and Spark has %s"
                .formatted(name, found.columns(), expected.columns()));
      } else if (!expected.rows().equals(found.rows())) {
        mistakes.add("%s: %s".formatted(name, difference(expected, found)));
      }
    } catch (Exception e) {
      mistakes.add(
          "%s: %s".formatted(name, String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }
  }

  private static String difference(Engine.Rows expected, Engine.Rows found) {
    return "%d rows, and Spark has %d; only here %s; only in Spark %s"
        .formatted(
            found.rows().size(),
            expected.rows().size(),
            without(found, expected),
            without(expected, found));
  }

  private static String without(Engine.Rows rows, Engine.Rows others) {
    var rest = new ArrayList<>(rows.rows());
    others.rows().forEach(rest::remove);
    return rest.stream()
        .limit(MOST_ROWS_SHOWN)
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  private void compareRemarks(Table table) {
    var declared = new TreeMap<String, String>();
    for (Column column : table.columns()) {
      declared.put(column.name(), column.comment());
    }
    try {
      Map<String, String> shown = trino.remarks(CATALOG, table.layer().folder(), table.shortName());
      if (!shown.equals(declared)) {
        mistakes.add("%s: the meanings of its columns are not shown".formatted(table.name()));
      }
    } catch (SQLException e) {
      mistakes.add("%s: %s".formatted(table.name(), e.getMessage()));
    }
  }

  /** A fraction of whole numbers, which the two are known to see differently. */
  private void assertDifferencesAreSeen() {
    int before = mistakes.size();
    compare("what is known to differ", "SELECT 1 / 2 AS half");
    if (mistakes.size() == before) {
      mistakes.add("a difference that is there was not seen");
    } else {
      mistakes.subList(before, mistakes.size()).clear();
    }
  }

  private void assertNobodyWrites() {
    try {
      trino.execute("DELETE FROM gold.fields");
      mistakes.add("whoever reads can delete");
    } catch (SQLException e) {
      System.out.printf("  Who reads cannot write: %s%n", e.getMessage());
    }
  }
}
