package aftermath.present.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Values of rows as the page wants them. */
final class Cells {
  private final ZoneId zone;

  /**
   * @param zone in which moments are told
   */
  Cells(ZoneId zone) {
    this.zone = zone;
  }

  /** Rows as the names of their columns and a list of values each, which is short in JSON. */
  Map<String, Object> table(List<String> columns, List<Row> rows) {
    List<List<Object>> values =
        rows.stream()
            .map(row -> columns.stream().map(column -> value(row.getAs(column))).toList())
            .toList();
    return Map.of("columns", columns, "rows", values);
  }

  /** The time on the clocks of the zone, to the second. */
  String local(Instant moment) {
    return LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  static long whole(Row row, String column) {
    return row.<Number>getAs(column).longValue();
  }

  static Instant moment(Row row, String column) {
    Object value = row.getAs(column);
    return value instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) value;
  }

  static LocalDate day(Row row, String column) {
    Object value = row.getAs(column);
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }

  private Object value(Object value) {
    if (value instanceof Timestamp timestamp) {
      return local(timestamp.toInstant());
    }
    if (value instanceof Instant moment) {
      return local(moment);
    }
    if (value instanceof Date date) {
      return date.toLocalDate().toString();
    }
    if (value instanceof Double number) {
      return rounded(number);
    }
    if (value instanceof scala.collection.Seq<?> list) {
      return new ArrayList<>(CollectionConverters.asJava(list));
    }
    return value instanceof LocalDate ? value.toString() : value;
  }

  /** Six digits are more than anybody sees. */
  static Object rounded(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(number).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros()
        : null;
  }
}
