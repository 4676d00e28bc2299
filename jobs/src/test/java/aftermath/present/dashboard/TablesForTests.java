package aftermath.present.dashboard;

import aftermath.pipeline.Table;
import aftermath.testing.Rows;
import aftermath.testing.TablesInMemory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Rows written as text, now and in earlier versions, and what an answer makes of them. */
final class TablesForTests implements Tables {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkSession spark;
  private final TablesInMemory now;
  private final Map<String, Dataset<Row>> earlier = new HashMap<>();

  TablesForTests(SparkSession spark) {
    this.spark = spark;
    this.now = new TablesInMemory(spark);
  }

  TablesForTests given(Table table, String text) {
    now.given(table, text);
    return this;
  }

  TablesForTests given(Table table, long version, String text) {
    earlier.put(table.name() + version, Rows.of(spark, table, text));
    return this;
  }

  @Override
  public Dataset<Row> rows(Table table) {
    return now.rows(table);
  }

  @Override
  public Dataset<Row> rowsAsOf(Table table, long version) {
    if (!earlier.containsKey(table.name() + version)) {
      throw new IllegalStateException("The files of this version are gone.");
    }
    return earlier.get(table.name() + version);
  }

  /** As the page gets it. */
  static JsonNode json(Object data) {
    return JSON.valueToTree(data);
  }

  /** The rows of one table of the data, in the order of its columns. */
  static String rows(Map<String, Object> data, String table) {
    return json(data).get(table).get("rows").toString();
  }
}
