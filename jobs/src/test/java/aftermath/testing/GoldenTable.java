package aftermath.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.to_json;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;

/** A table as CSV: a header, then the rows in the order of their text. */
public final class GoldenTable {
  private static final int DECIMALS = 9;

  private GoldenTable() {}

  public static String csv(Dataset<Row> rows) {
    Column[] cells =
        Stream.of(rows.schema().fields()).map(GoldenTable::cell).toArray(Column[]::new);
    Stream<String> lines =
        rows.select(cells).collectAsList().stream()
            .map(
                row ->
                    Stream.iterate(0, i -> i + 1)
                        .limit(row.length())
                        .map(i -> row.isNullAt(i) ? "" : quoted(row.getString(i)))
                        .collect(Collectors.joining(",")))
            .sorted();
    return Stream.concat(Stream.of(String.join(",", rows.columns())), lines)
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static Column cell(StructField field) {
    Column value = col("`" + field.name() + "`");
    if (field.dataType() instanceof DoubleType) {
      return round(value, DECIMALS).cast("string");
    }
    boolean isNested = field.dataType() instanceof ArrayType || field.dataType() instanceof MapType;
    return isNested ? to_json(value) : value.cast("string");
  }

  /** An empty text is not an absent one. */
  private static String quoted(String value) {
    boolean isPlain = !value.isEmpty() && value.chars().noneMatch(c -> ",\"\n\r".indexOf(c) >= 0);
    return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
