package aftermath.standard;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.incident.Source;
import aftermath.intake.BronzeColumn;
import aftermath.intake.BronzeColumns;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * What identifies a delivered row across deliveries: the declared key, or else its whole content.
 * Neither depends on the file it came in, so a delivery may be split and repeated in any way.
 */
public final class RowKeys {
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
    List<Source> sources = incident.sources(role);
    Column[] all =
        Stream.concat(
                columns.stream().map(column -> col(column.name())),
                Stream.of(org.apache.spark.sql.functions.to_json(col("undeclared"))))
            .toArray(Column[]::new);
    return new RowKeys(
        named(columns, sources.stream().flatMap(source -> source.key().stream())),
        named(columns, sources.stream().flatMap(source -> source.version().stream())),
        xxhash64(all));
  }

  private static List<Column> named(List<BronzeColumn> columns, Stream<String> spellings) {
    return spellings
        .distinct()
        .flatMap(spelling -> columns.stream().filter(column -> column.isDelivered(spelling)))
        .map(BronzeColumn::name)
        .distinct()
        .map(org.apache.spark.sql.functions::col)
        .toList();
  }

  /** The row's key as a hash. */
  public Column key() {
    return keys.isEmpty() ? content : coalesce(xxhash64Of(declaredKey()), content);
  }

  /** The row's key as text, for people: as delivered if declared, else made from the content. */
  public Column text() {
    Column made = concat(lit("row-"), lower(hex(content)));
    return keys.isEmpty() ? made : coalesce(declaredKey(), made);
  }

  /** What orders rows of one key: the largest stands. */
  public Column version() {
    return versions.isEmpty() ? lit("") : coalesce(first(versions), lit(""));
  }

  /** A hash of everything that was delivered in the row. */
  public Column content() {
    return content;
  }

  private Column declaredKey() {
    return first(keys);
  }

  private static Column xxhash64Of(Column value) {
    return org.apache.spark.sql.functions.when(value.isNotNull(), xxhash64(value));
  }

  private static Column first(List<Column> columns) {
    return columns.size() == 1 ? columns.get(0) : coalesce(columns.toArray(Column[]::new));
  }
}
