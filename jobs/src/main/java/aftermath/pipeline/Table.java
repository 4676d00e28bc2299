package aftermath.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The declaration of a table: what a row is, which columns it has, what holds for every row.
 *
 * @param name layer and table, for example {@code gold.exposure_cube}
 * @param comment what one row answers
 * @param key the columns that identify a row; empty if rows are not unique
 * @param personal the columns that hold personal data
 * @param checks conditions that hold for every row, by name
 * @param changedBy columns that find the row to change where rows are changed one by one; empty:
 *     the table is only ever replaced as a whole
 */
public record Table(
    String name,
    String comment,
    List<Column> columns,
    List<String> key,
    Set<String> personal,
    Map<String, String> checks,
    List<String> changedBy) {

  /** A table with nothing declared but its name. */
  public static Table table(String name) {
    return new Table(name, "", List.of(), List.of(), Set.of(), Map.of(), List.of());
  }

  public Table comment(String sentence) {
    return new Table(name, sentence, columns, key, personal, checks, changedBy);
  }

  /** Adds columns, written as SQL DDL: {@code name TYPE NOT NULL COMMENT '…', …}. */
  public Table columns(String ddl) {
    var all = new ArrayList<>(columns);
    Arrays.stream(StructType.fromDDL(ddl).fields()).map(Column::new).forEach(all::add);
    return new Table(name, comment, List.copyOf(all), key, personal, checks, changedBy);
  }

  /** Adds one column whose name, type or meaning the incident decides. */
  public Table column(String column, String type, String meaning) {
    var all = new ArrayList<>(columns);
    var bare = StructType.fromDDL("`" + column + "` " + type).fields()[0];
    all.add(new Column(bare.withComment(meaning)));
    return new Table(name, comment, List.copyOf(all), key, personal, checks, changedBy);
  }

  public Table key(String... names) {
    return new Table(name, comment, columns, List.of(names), personal, checks, changedBy);
  }

  /** Adds columns that hold personal data. */
  public Table personal(String... names) {
    var all = new LinkedHashSet<>(personal);
    all.addAll(Arrays.asList(names));
    return new Table(name, comment, columns, key, all, checks, changedBy);
  }

  /** Adds a condition that every row meets; Delta rejects a write that breaks it. */
  public Table check(String name, String condition) {
    var all = new LinkedHashMap<>(checks);
    all.put(name, condition);
    return new Table(this.name, comment, columns, key, personal, all, changedBy);
  }

  /** Rows are changed one by one; these columns find a row and are its own alone. */
  public Table changedBy(String... names) {
    return new Table(name, comment, columns, key, personal, checks, List.of(names));
  }

  public Layer layer() {
    return Layer.of(name);
  }

  /** Where it lies under the root of a warehouse: layer and name. */
  public String folder() {
    return layer().folder() + "/" + shortName();
  }

  /** The name without its layer, under which a query sees the table. */
  public String shortName() {
    return name.substring(name.indexOf('.') + 1);
  }

  public StructType schema() {
    return new StructType(columns.stream().map(Column::field).toArray(StructField[]::new));
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
