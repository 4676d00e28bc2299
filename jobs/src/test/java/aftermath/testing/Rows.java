package aftermath.testing;

import aftermath.pipeline.Table;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows written as text: a line of column names, then a line per row, cells divided by bars. An
 * empty cell is null; a list is {@code [a, b]}, a map {@code {a: b, c: d}}, a time is in UTC.
 */
public final class Rows {
  private Rows() {}

  /**
   * Rows of a table. Columns that the text leaves out are null, or where the table asks for a value
   * something of no meaning: the number of the row, {@code -}, no, an empty list.
   */
  public static Dataset<Row> of(SparkSession spark, Table table, String text) {
    return of(spark, table.schema(), text);
  }

  static Dataset<Row> of(SparkSession spark, StructType schema, String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    var rows = new ArrayList<Row>();
    for (int number = 1; number < lines.size(); number++) {
      rows.add(row(schema, cells(lines.get(0)), cells(lines.get(number)), number));
    }
    return spark.createDataFrame(rows, schema);
  }

  /** The names of the columns that the text has. */
  static List<String> columns(String text) {
    return cells(text.lines().filter(line -> !line.isBlank()).findFirst().orElseThrow());
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static Row row(StructType schema, List<String> names, List<String> cells, int number) {
    if (names.size() != cells.size()) {
      throw new IllegalArgumentException(
          "Row %d has %d cells under %s.".formatted(number, cells.size(), names));
    }
    Object[] values =
        Arrays.stream(schema.fields()).map(field -> standIn(field, number)).toArray(Object[]::new);
    for (int i = 0; i < cells.size(); i++) {
      int place = schema.fieldIndex(names.get(i));
      values[place] = value(schema.fields()[place].dataType(), cells.get(i));
    }
    return RowFactory.create(values);
  }

  private static Object standIn(StructField field, int number) {
    return field.nullable()
        ? null
        : switch (field.dataType().typeName()) {
          case "string" -> "-";
          case "long" -> (long) number;
          case "integer" -> number;
          case "double" -> 0D;
          case "boolean" -> false;
          case "date" -> Date.valueOf("1970-01-01");
          case "timestamp" -> new Timestamp(0);
          case "array" -> value(field.dataType(), "[]");
          case "map" -> value(field.dataType(), "{}");
          default -> throw new IllegalArgumentException("Name a value for " + field.name() + ".");
        };
  }

  private static Object value(DataType type, String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    if (type instanceof ArrayType array) {
      List<Object> values =
          parts(cell).stream().map(part -> value(array.elementType(), part)).toList();
      return CollectionConverters.asScala(values).toSeq();
    }
    if (type instanceof MapType map) {
      Map<Object, Object> values = new LinkedHashMap<>();
      for (String part : parts(cell)) {
        String[] pair = part.split(": *", 2);
        values.put(value(map.keyType(), pair[0]), value(map.valueType(), pair[1]));
      }
      return CollectionConverters.asScala(values);
    }
    if (type.equals(DataTypes.TimestampType)) {
      return Timestamp.valueOf(LocalDateTime.parse(cell.replace(' ', 'T')));
    }
    return switch (type.typeName()) {
      case "string" -> cell;
      case "long" -> Long.valueOf(cell);
      case "integer" -> Integer.valueOf(cell);
      case "double" -> Double.valueOf(cell);
      case "boolean" -> Boolean.valueOf(cell);
      case "date" -> Date.valueOf(cell);
      default -> new BigDecimal(cell);
    };
  }

  private static List<String> parts(String brackets) {
    String inside = brackets.substring(1, brackets.length() - 1).strip();
    return inside.isEmpty() ? List.of() : Arrays.asList(inside.split(", *"));
  }
}
