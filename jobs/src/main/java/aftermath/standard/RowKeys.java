package aftermath.standard;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeColumn;
import aftermath.intake.BronzeColumn.Use;
import aftermath.intake.BronzeColumns;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * What identifies a delivered row across deliveries: the declared key, or else its whole content.
 * Neither depends on the file it came in, so a delivery may be split and repeated in any way.
 */
public final class RowKeys {
  /** A hash passes over nulls: without a sign for them, a value could change its column. */
  private static final Column ABSENT = lit("\0");

  private final List<Column> keys;
  private final List<Column> versions;
  private final Column content;

  private RowKeys(List<Column> keys, List<Column> versions, Column content) {
    this.keys = keys;
    this.versions = versions;
    this.content = content;
  }

  public static RowKeys of(Incident incident, Role role) {
    List<BronzeColumn> columns = BronzeColumns.of(incident, role);
    Column[] all =
        Stream.concat(
                columns.stream().map(column -> col(column.name())),
                Stream.of(to_json(sort_array(map_entries(col("undeclared"))))))
            .map(value -> coalesce(value, ABSENT))
            .toArray(Column[]::new);
    return new RowKeys(used(columns, Use.KEY), used(columns, Use.VERSION), xxhash64(all));
  }

  private static List<Column> used(List<BronzeColumn> columns, Use use) {
    return columns.stream()
        .filter(column -> column.uses().contains(use))
        .map(BronzeColumn::name)
        .map(functions::col)
        .toList();
  }

  /** The row's key as a hash. */
  public Column key() {
    return keys.isEmpty()
        ? content
        : coalesce(when(declared().isNotNull(), xxhash64(declared())), content);
  }

  /** The row's key as text, for people: as delivered if declared, else made from the content. */
  public Column text() {
    Column made = concat(lit("row-"), lower(hex(content)));
    return keys.isEmpty() ? made : coalesce(declared(), made);
  }

  /** What orders rows of one key: the largest stands. */
  public Column version() {
    return versions.isEmpty() ? lit("") : coalesce(coalesce(array(versions)), lit(""));
  }

  /** A hash of everything that was delivered in the row. */
  public Column content() {
    return content;
  }

  private Column declared() {
    return coalesce(array(keys));
  }

  private static Column[] array(List<Column> columns) {
    return columns.toArray(Column[]::new);
  }
}
