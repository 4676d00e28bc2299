package aftermath.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What is in the tables of a warehouse, as text: rows as a multiset, whatever their order. */
public final class Contents {
  private static final int ROWS_SHOWN = 5;

  private final Map<String, List<String>> rowsByTable;

  private Contents(Map<String, List<String>> rowsByTable) {
    this.rowsByTable = rowsByTable;
  }

  /** Everything but the accounts of the single runs. */
  public static Contents ofAll(DemoWarehouse warehouse) {
    return of(warehouse, List.of(Layer.BRONZE, Layer.SILVER, Layer.GOLD));
  }

  /** What must not depend on how the deliveries were cut: everything about people and messages. */
  public static Contents whateverTheDeliveries(DemoWarehouse warehouse) {
    return of(warehouse, List.of(Layer.SILVER, Layer.GOLD));
  }

  private static Contents of(DemoWarehouse warehouse, List<Layer> layers) {
    boolean isCut = !layers.contains(Layer.BRONZE);
    var rows = new TreeMap<String, List<String>>();
    for (Table table : warehouse.tables(layers.toArray(Layer[]::new))) {
      Dataset<Row> all = warehouse.lakehouse().read(table);
      rows.put(table.name(), lines(isCut ? withoutDeliveries(table, all) : all));
    }
    return new Contents(rows);
  }

  /** Three tables tell of files; of these, what they tell of all files together. */
  private static Dataset<Row> withoutDeliveries(Table table, Dataset<Row> rows) {
    return switch (table.name()) {
      case "silver.superseded_rows" -> rows.groupBy("role").count();
      case "silver.column_profiles" ->
          rows.groupBy("role", "column_name").agg(functions.sum("filled"));
      case "gold.field_provenance" ->
          rows.groupBy("role", "field", "attribute", "delivered_column")
              .agg(functions.sum("rows_filled"));
      default -> rows;
    };
  }

  /** The rows of a dataset as sorted lines. */
  public static List<String> lines(Dataset<Row> rows) {
    Column[] columns =
        Stream.of(rows.columns()).map(name -> col("`" + name + "`")).toArray(Column[]::new);
    return rows.select(to_json(struct(columns))).collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  /** The lines of all tables. */
  public Stream<String> lines() {
    return rowsByTable.values().stream().flatMap(List::stream);
  }

  /**
   * Compares table by table.
   *
   * @param circumstances what to say first if a table differs
   */
  public void assertSameAs(Contents expected, String circumstances) {
    assertAll(
        circumstances,
        expected.rowsByTable.entrySet().stream()
            .map(
                table ->
                    () ->
                        assertSame(
                            table.getKey(), table.getValue(), rowsByTable.get(table.getKey()))));
  }

  private static void assertSame(String table, List<String> expected, List<String> found) {
    assertTrue(
        expected.equals(found),
        () ->
            "%s: missing %s; unexpected %s"
                .formatted(table, some(expected, found), some(found, expected)));
  }

  private static List<String> some(List<String> these, List<String> withoutThose) {
    var left = new ArrayList<>(these);
    withoutThose.forEach(left::remove);
    return left.stream().limit(ROWS_SHOWN).toList();
  }
}
