package aftermath.present;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Rows as a table of text: numbers to the right with thousands separated, words to the left. What
 * would steer a terminal is shown as its escape.
 */
public final class TextTable {
  private static final int WIDEST = 60;

  /** Control and format characters, and line ends of any kind. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final boolean isWide;
  private final Set<String> keys;

  /**
   * @param isWide whether values are shown whole, however long they are
   * @param keys columns whose numbers are names of something, and no amounts
   */
  public TextTable(boolean isWide, Collection<String> keys) {
    this.isWide = isWide;
    this.keys = Set.copyOf(keys);
  }

  public String of(StructType schema, List<Row> rows) {
    List<String[]> lines = new ArrayList<>();
    lines.add(schema.fieldNames());
    rows.forEach(row -> lines.add(cells(schema, row)));
    int[] widths = widths(lines);
    var text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(line(schema, lines.get(i), widths)).append('\n');
      if (i == 0) {
        text.append(rule(widths)).append('\n');
      }
    }
    return text.toString();
  }

  private String[] cells(StructType schema, Row row) {
    String[] cells = new String[schema.length()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.isNullAt(i) ? "" : cell(row.get(i), schema.fields()[i]);
    }
    return cells;
  }

  private String cell(Object value, StructField field) {
    if (field.dataType() instanceof DoubleType) {
      return "%.6f".formatted((Double) value);
    }
    if (value instanceof Long || value instanceof Integer) {
      String amount = keys.contains(field.name()) ? "%d" : "%,d";
      return amount.formatted(((Number) value).longValue());
    }
    String text =
        value instanceof scala.collection.Iterable<?> many ? joined(many) : String.valueOf(value);
    String safe = escaped(text);
    return isWide || safe.length() <= WIDEST ? safe : safe.substring(0, WIDEST - 1) + "…";
  }

  private static String escaped(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }

  private static String joined(scala.collection.Iterable<?> many) {
    var parts = new ArrayList<String>();
    Iterator<?> each = scala.jdk.javaapi.CollectionConverters.asJava(many).iterator();
    each.forEachRemaining(part -> parts.add(String.valueOf(part)));
    return String.join(" + ", parts);
  }

  private static int[] widths(List<String[]> lines) {
    int[] widths = new int[lines.get(0).length];
    for (String[] line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line[i].length());
      }
    }
    return widths;
  }

  private static String line(StructType schema, String[] cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      boolean isNumber = schema.fields()[i].dataType() instanceof NumericType;
      String pad = " ".repeat(widths[i] - cells[i].length());
      line.append(isNumber ? pad + cells[i] : cells[i] + pad).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private static String rule(int[] widths) {
    var rule = new StringBuilder();
    for (int width : widths) {
      rule.append("-".repeat(width)).append("  ");
    }
    return rule.toString().stripTrailing();
  }
}
