package aftermath.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks both warehouses the same questions and ends with 1 unless every answer is the same.
 *
 * <p>Arguments: Aftermath's warehouse, the folder of the peer's tables.
 */
public final class Comparison {
  private static final int DIFFERENCES_SHOWN = 5;
  private static final List<String> LAYERS = List.of("bronze", "silver", "gold");

  private final Statement statement;
  private int unequal;

  private Comparison(Statement statement) {
    this.statement = statement;
  }

  public static void main(String[] arguments) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      var comparison = new Comparison(statement);
      comparison.attachAftermath(Path.of(arguments[0]));
      comparison.attachPeer(Path.of(arguments[1]));
      for (String query : Scripts.statements("compared")) {
        comparison.compare(query);
      }
      System.exit(comparison.unequal == 0 ? 0 : 1);
    }
  }

  /** A table's rows are in the files that its log has added and not removed since. */
  private void attachAftermath(Path warehouse) throws SQLException {
    attach("aftermath");
    for (String table : tables(warehouse + "/*/*/_delta_log/*.json", -3, -4)) {
      String folder = warehouse + "/" + table.replace('.', '/');
      String files =
          """
          WITH changed AS (
            SELECT add.path AS added, remove.path AS removed
            FROM read_ndjson('%s/_delta_log/*.json',
              columns = {add: 'STRUCT(path VARCHAR)', remove: 'STRUCT(path VARCHAR)'})
          )
          SELECT string_agg(DISTINCT '''%s/' || added || '''', ', ')
          FROM changed
          WHERE added NOT IN (SELECT removed FROM changed WHERE removed IS NOT NULL)
          """
              .formatted(folder, folder);
      String present = rows(files).get(0);
      if (!present.equals("null")) {
        declare("aftermath." + table, "[" + present + "]");
      }
    }
  }

  private void attachPeer(Path folder) throws SQLException {
    attach("peer");
    for (String file : rows("SELECT file FROM glob('" + folder + "/*.parquet')")) {
      String table = Path.of(file).getFileName().toString().replace(".parquet", "");
      if (LAYERS.contains(table.substring(0, table.indexOf('.')))) {
        declare("peer." + table, "'" + file + "'");
      }
    }
  }

  private void attach(String side) throws SQLException {
    statement.execute("ATTACH ':memory:' AS " + side);
    for (String layer : LAYERS) {
      statement.execute("CREATE SCHEMA " + side + "." + layer);
    }
  }

  private List<String> tables(String glob, int table, int layer) throws SQLException {
    return rows(
        """
        SELECT DISTINCT parse_path(file)[%d] || '.' || parse_path(file)[%d]
        FROM glob('%s')
        WHERE parse_path(file)[%d] IN ('bronze', 'silver', 'gold')
        """
            .formatted(layer, table, glob, layer));
  }

  private void declare(String view, String files) throws SQLException {
    statement.execute("CREATE VIEW " + view + " AS FROM read_parquet(" + files + ")");
  }

  private void compare(String query) throws SQLException {
    String title = titleOf(query);
    List<String> ours = rowsOf("aftermath", query);
    List<String> theirs = rowsOf("peer", query);
    List<String> onlyOurs = without(ours, theirs);
    List<String> onlyTheirs = without(theirs, ours);
    if (onlyOurs.isEmpty() && onlyTheirs.isEmpty()) {
      System.out.printf("  equal    %-40s %,9d rows%n", title, ours.size());
      return;
    }
    unequal++;
    System.out.printf(
        "  UNEQUAL  %-40s %,d of %,d rows of Aftermath, %,d of %,d rows of DuckDB%n",
        title, onlyOurs.size(), ours.size(), onlyTheirs.size(), theirs.size());
    onlyOurs.stream()
        .limit(DIFFERENCES_SHOWN)
        .forEach(row -> System.out.println("    Aftermath  " + row));
    onlyTheirs.stream()
        .limit(DIFFERENCES_SHOWN)
        .forEach(row -> System.out.println("    DuckDB     " + row));
  }

  /** The last comment line before the query names it. */
  private static String titleOf(String query) {
    return query
        .lines()
        .filter(line -> line.startsWith("-- "))
        .reduce("", (before, line) -> line.substring(3));
  }

  private List<String> rowsOf(String side, String query) throws SQLException {
    statement.execute("USE " + side);
    return rows(query);
  }

  private List<String> rows(String query) throws SQLException {
    var rows = new ArrayList<String>();
    try (ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        var row = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
          row.append(column == 1 ? "" : " | ").append(result.getString(column));
        }
        rows.add(row.toString());
      }
    }
    rows.sort(null);
    return rows;
  }

  /**
   * What is left of one sorted list when the other's rows are taken away, each as often as it is
   * there.
   */
  private static List<String> without(List<String> rows, List<String> others) {
    var left = new ArrayList<String>();
    int other = 0;
    for (String row : rows) {
      while (other < others.size() && others.get(other).compareTo(row) < 0) {
        other++;
      }
      if (other < others.size() && others.get(other).equals(row)) {
        other++;
      } else {
        left.add(row);
      }
    }
    return left;
  }
}
