package aftermath.engine;

import aftermath.present.notebook.TablesInSql;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Spark, which reads tables by their paths. */
record SparkEngine(SparkSession spark, String warehouse) implements Engine {
  @Override
  public Rows answer(String sql) {
    Dataset<Row> found = spark.sql(TablesInSql.placed(sql, this::place));
    List<List<String>> rows = found.collectAsList().stream().map(SparkEngine::values).toList();
    return new Rows(List.of(found.columns()), rows);
  }

  private String place(String table) {
    return "delta.`%s/%s`".formatted(warehouse, table.replace('.', '/'));
  }

  private static List<String> values(Row row) {
    return IntStream.range(0, row.length())
        .mapToObj(column -> PlainValue.of(row.get(column)))
        .toList();
  }
}
