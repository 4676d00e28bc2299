package aftermath.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.pipeline.Changes;
import aftermath.pipeline.DryRun;
import aftermath.pipeline.Following;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Tables that are lists of rows. What a model makes has to keep what its table declares: columns,
 * required values, key and checks.
 */
public final class TablesInMemory {
  private final SparkSession spark;
  private final Comparison comparison;
  private final Map<String, Dataset<Row>> tables = new HashMap<>();
  private final Map<String, Dataset<Row>> changes = new HashMap<>();

  public TablesInMemory(SparkSession spark) {
    this.spark = spark;
    this.comparison = new Comparison(spark);
  }

  /** Puts rows written as text into a table, instead of any that it had. */
  public TablesInMemory given(Table table, String text) {
    return given(table, Rows.of(spark, table, text));
  }

  public TablesInMemory given(Table table, Dataset<Row> rows) {
    tables.put(table.name(), rows);
    return this;
  }

  /** The rows of a table; none if it was neither given nor made. */
  public Dataset<Row> rows(Table table) {
    return tables.getOrDefault(table.name(), spark.createDataFrame(List.of(), table.schema()));
  }

  /** Makes a table from those that it reads. */
  public TablesInMemory make(Model model) {
    List<Dataset<Row>> inputs = model.inputs().stream().map(this::rows).toList();
    Dataset<Row> made = DryRun.checked(model, model.transformation().apply(spark, inputs));
    Dataset<Row> kept = spark.createDataFrame(made.collectAsList(), model.table().schema());
    tables.put(model.table().name(), keepingWhatItDeclares(model.table(), kept));
    return this;
  }

  /** Adds rows to a table, for others to follow. */
  public TablesInMemory added(Table table, Dataset<Row> rows) {
    changes.put(table.name(), Changes.added(rows));
    return given(table, here(rows(table).unionByName(rows)));
  }

  /** Brings a table up to date from what has changed in the input that it follows. */
  public TablesInMemory follow(Model model) {
    Following following = model.following().orElseThrow();
    Table table = model.table();
    boolean givesChanges = following.outcome() == Following.Outcome.CHANGES;
    Dataset<Row> own = rows(table);
    Dataset<Row> followed =
        following
            .step()
            .apply(
                new Following.Given(
                    givesChanges ? Changes.added(own).drop(Changes.SIGN) : own,
                    model.inputs().stream().map(this::rows).toList(),
                    changes.get(following.input().name()),
                    this::here));
    if (!givesChanges) {
      return given(table, keepingWhatItDeclares(table, here(DryRun.checked(model, followed))));
    }
    Dataset<Row> changed = here(followed);
    changes.put(table.name(), changed);
    Dataset<Row> rest =
        own.join(changed, table.changedBy().toArray(String[]::new), "left_anti")
            .select(table.columnNames().stream().map(functions::col).toArray(Column[]::new));
    Dataset<Row> all = rest.unionByName(DryRun.checked(model, Changes.now(changed)));
    return given(table, keepingWhatItDeclares(table, here(all)));
  }

  /** Makes one table after the other. */
  public TablesInMemory make(Model first, Model second, Model... more) {
    make(first).make(second);
    List.of(more).forEach(this::make);
    return this;
  }

  /** The columns that the text names have the rows that it shows, in any order. */
  public void assertRows(Table table, String text) {
    assertRows(rows(table), text);
  }

  public void assertRows(Dataset<Row> rows, String text) {
    Column[] named = Rows.columns(text).stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> shown = rows.select(named);
    assertSame(Rows.of(spark, shown.schema(), text), shown);
  }

  /** The same columns and the same rows, as often, in any order. */
  public void assertSame(Dataset<Row> expected, Dataset<Row> found) {
    comparison.assertDataFrameNoOrderEquals(here(expected), here(found));
  }

  /** The same columns and the same rows, as often, in the same order. */
  public void assertSameInOrder(Dataset<Row> expected, Dataset<Row> found) {
    comparison.assertDataFrameEquals(here(expected), here(found));
  }

  public void assertNoRows(Table table) {
    assertEquals(List.of(), rows(table).collectAsList());
  }

  /** Comparing asks for the rows several times. */
  private Dataset<Row> here(Dataset<Row> rows) {
    return spark.createDataFrame(rows.collectAsList(), rows.schema());
  }

  private static Dataset<Row> keepingWhatItDeclares(Table table, Dataset<Row> rows) {
    if (!table.key().isEmpty()) {
      Column[] key = table.key().stream().map(functions::col).toArray(Column[]::new);
      List<Row> keys = rows.select(key).collectAsList();
      assertEquals(keys.stream().distinct().toList(), keys, "key of " + table.name());
    }
    table
        .checks()
        .forEach(
            (name, condition) ->
                assertEquals(
                    List.of(),
                    rows.where("NOT (" + condition + ")").collectAsList(),
                    table.name() + ": " + name));
    return rows;
  }
}
