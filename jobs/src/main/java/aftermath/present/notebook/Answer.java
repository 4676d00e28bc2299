package aftermath.present.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * What a query says.
 *
 * @param isCut whether there are more rows
 */
record Answer(List<Header> headers, List<Row> rows, boolean isCut) {

  /** A column. */
  record Header(String name, boolean isNumber) {
    /** In words for people. */
    String title() {
      return name.replace('_', ' ');
    }
  }

  static Answer of(Dataset<Row> rows, int most) {
    List<Header> headers = Arrays.stream(rows.schema().fields()).map(Answer::header).toList();
    List<Row> found = rows.limit(most + 1).collectAsList();
    boolean isCut = found.size() > most;
    return new Answer(headers, isCut ? found.subList(0, most) : found, isCut);
  }

  private static Header header(StructField field) {
    return new Header(field.name(), field.dataType() instanceof NumericType);
  }

  String text(Row row, int column) {
    return CellText.of(headers.get(column).name(), row.get(column));
  }

  /** A number; 0 where there is none. */
  double number(Row row, int column) {
    return row.isNullAt(column) ? 0 : ((Number) row.get(column)).doubleValue();
  }

  /** The positions of the columns of numbers. */
  List<Integer> numbers() {
    return columns(Header::isNumber);
  }

  /** The positions of the columns of words, days and moments. */
  List<Integer> words() {
    return columns(header -> !header.isNumber());
  }

  private List<Integer> columns(Predicate<Header> wanted) {
    return IntStream.range(0, headers.size())
        .filter(column -> wanted.test(headers.get(column)))
        .boxed()
        .toList();
  }
}
