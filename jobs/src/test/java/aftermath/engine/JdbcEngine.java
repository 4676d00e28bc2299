package aftermath.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whatever is behind a JDBC driver, as the tools of analysts have it. */
record JdbcEngine(Connection connection) implements Engine {
  @Override
  public Rows answer(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      ResultSetMetaData about = found.getMetaData();
      var columns = new ArrayList<String>();
      for (int column = 1; column <= about.getColumnCount(); column++) {
        columns.add(about.getColumnLabel(column));
      }
      var rows = new ArrayList<List<String>>();
      while (found.next()) {
        var row = new ArrayList<String>();
        for (int column = 1; column <= columns.size(); column++) {
          row.add(PlainValue.of(found.getObject(column)));
        }
        rows.add(row);
      }
      return new Rows(columns, rows);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What a tool shows beside the columns of a table. */
  Map<String, String> remarks(String catalog, String schema, String table) throws SQLException {
    var remarks = new TreeMap<String, String>();
    try (ResultSet found = connection.getMetaData().getColumns(catalog, schema, table, null)) {
      while (found.next()) {
        remarks.put(found.getString("COLUMN_NAME"), found.getString("REMARKS"));
      }
    }
    return remarks;
  }
}
