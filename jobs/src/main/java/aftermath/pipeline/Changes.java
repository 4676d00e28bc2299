package aftermath.pipeline;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline_outer;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of a table that a run has changed, each with a sign: as it was ({@code -1}) and as it is now
 * ({@code 1}). What was added has no first row, what is gone no second one. Whatever is counted
 * follows by adding up signs. A row as it was also says in which file of the table it lies and
 * where there, as it was read.
 */
public final class Changes {
  public static final String SIGN = "sign";

  /** Where a row lies in its table; null of a row that is not there yet. */
  public static final String PLACE = "place";

  /** The type of a place, in SQL. */
  public static final String PLACE_TYPE = "STRUCT<file: BIGINT, row_index: BIGINT>";

  private Changes() {}

  /**
   * A place. In it stands a number of the file: its path is longer than many a row.
   *
   * @param path the file's path
   * @param rowIndex which of its rows, from 0
   */
  public static Column place(Column path, Column rowIndex) {
    return struct(fileNumber(path).as("file"), rowIndex.as("row_index")).as(PLACE);
  }

  public static Column fileNumber(Column path) {
    return xxhash64(path);
  }

  /**
   * Both images of each row, where they differ.
   *
   * @param rows the rows as they are now, as they were in a struct {@code own} (null: they were not
   *     there), and where that lies
   */
  public static Dataset<Row> whereChanged(Dataset<Row> rows, Table table) {
    // Not a filter: of one over so many columns, planning would derive filters without end.
    return rows.select(
            inline_outer(
                when(
                    not(col("own").eqNullSafe(struct(columns("", table)))),
                    array(
                        image("own.", table, -1, col(PLACE)),
                        image("", table, 1, lit(null).cast(PLACE_TYPE))))))
        .where(col(table.key().get(0)).isNotNull());
  }

  private static Column image(String row, Table table, int sign, Column place) {
    List<Column> fields = new ArrayList<>(List.of(columns(row, table)));
    fields.add(lit(sign).as(SIGN));
    fields.add(place.as(PLACE));
    return struct(fields.toArray(Column[]::new));
  }

  private static Column[] columns(String row, Table table) {
    return table.columnNames().stream()
        .map(name -> col(row + name).as(name))
        .toArray(Column[]::new);
  }

  /** Rows that were not there before. */
  public static Dataset<Row> added(Dataset<Row> rows) {
    return rows.withColumn(SIGN, lit(1)).withColumn(PLACE, lit(null).cast(PLACE_TYPE));
  }

  /** The rows as they were. */
  public static Dataset<Row> before(Dataset<Row> changes) {
    return changes.where(col(SIGN).equalTo(-1));
  }

  /** The rows as they are now. */
  public static Dataset<Row> now(Dataset<Row> changes) {
    return changes.where(col(SIGN).equalTo(1)).drop(SIGN, PLACE);
  }
}
