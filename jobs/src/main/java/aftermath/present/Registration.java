package aftermath.present;

import aftermath.pipeline.Table;
import java.util.List;
import java.util.stream.Stream;

/** How an engine with a catalogue comes to know tables by their paths. */
public enum Registration {
  /** Trino, by the procedure of its Delta connector. */
  TRINO {
    @Override
    public List<String> statements(String catalog, String warehouse, List<Table> tables) {
      return Stream.concat(
              schemas(tables)
                  .map(schema -> "CREATE SCHEMA IF NOT EXISTS %s.%s".formatted(catalog, schema)),
              tables.stream().map(table -> call(catalog, warehouse, table)))
          .toList();
    }

    private String call(String catalog, String warehouse, Table table) {
      return "CALL %s.system.register_table(schema_name => '%s', table_name => '%s', table_location => '%s')"
          .formatted(
              catalog,
              table.layer().folder(),
              table.shortName(),
              quoted(location(warehouse, table)));
    }

    /** Trino's file system has addresses, too. */
    private String location(String warehouse, Table table) {
      String root = warehouse.startsWith("/") ? "local://" + warehouse : warehouse;
      return root + "/" + table.folder();
    }
  },

  /** Spark with a catalogue that lasts, and what speaks its SQL. */
  SPARK {
    @Override
    public List<String> statements(String catalog, String warehouse, List<Table> tables) {
      return Stream.concat(
              schemas(tables).map("CREATE SCHEMA IF NOT EXISTS %s"::formatted),
              tables.stream()
                  .map(
                      table ->
                          "CREATE TABLE IF NOT EXISTS %s USING DELTA LOCATION '%s'"
                              .formatted(table.name(), quoted(warehouse + "/" + table.folder()))))
          .toList();
    }
  };

  /** The catalog of conf/trino in which tables are registered. */
  public static final String CATALOG = "registration";

  /**
   * The statements, schemas first.
   *
   * @param catalog of the engine, where it has several
   * @param warehouse absolute path or address of the folder of the tables
   */
  public abstract List<String> statements(String catalog, String warehouse, List<Table> tables);

  private static Stream<String> schemas(List<Table> tables) {
    return tables.stream().map(table -> table.layer().folder()).distinct();
  }

  private static String quoted(String text) {
    return text.replace("'", "''");
  }
}
