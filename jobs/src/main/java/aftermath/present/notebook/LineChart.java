package aftermath.present.notebook;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;

/** An answer as lines over time. */
final class LineChart {
  private static final int TOP = 66;
  private static final int BOTTOM = 270;
  private static final int LEFT = 64;
  private static final int RIGHT = Svg.WIDTH - 24;
  private static final int GRID = 4;
  private static final int MOST_DAYS_NAMED = 7;

  private final Answer answer;
  private final List<Row> rows;
  private final List<Integer> lines;
  private final Svg svg;
  private final double highest;

  private LineChart(String title, Answer answer) {
    this.answer = answer;
    this.rows = answer.rows();
    this.lines = answer.numbers();
    this.svg = new Svg(title);
    this.highest =
        rounded(
            rows.stream()
                .flatMapToDouble(
                    row -> lines.stream().mapToDouble(line -> answer.number(row, line)))
                .max()
                .orElse(0));
  }

  static String of(String title, Answer answer) {
    boolean isOverTime =
        answer.rows().stream()
            .allMatch(row -> row.get(0) instanceof Date || row.get(0) instanceof Timestamp);
    if (answer.numbers().isEmpty() || !isOverTime) {
      throw NotebookMistake.nothingToDraw(
          "lines", "a day or a moment in its first column and numbers in the others");
    }
    return new LineChart(title, answer).drawn();
  }

  private String drawn() {
    svg.legend(lines.stream().map(line -> answer.headers().get(line).title()).toList());
    if (rows.isEmpty()) {
      svg.text(10, TOP + 14, "start", "No rows.");
      return svg.drawn(TOP + 24);
    }
    grid();
    days();
    for (int line = 0; line < lines.size(); line++) {
      line(lines.get(line), Svg.colour(line));
    }
    return svg.drawn(BOTTOM + 34);
  }

  private void grid() {
    String column = answer.headers().get(lines.get(0)).name();
    for (int step = 0; step <= GRID; step++) {
      double value = highest * step / GRID;
      double y = y(value);
      svg.line(LEFT, y, RIGHT, y);
      boolean isWhole = value == Math.rint(value);
      svg.text(
          LEFT - 8, y + 4, "end", CellText.of(column, isWhole ? (Number) (long) value : value));
    }
  }

  /** Some days, evenly apart, the first and the last among them. */
  private void days() {
    int named = Math.min(MOST_DAYS_NAMED, rows.size());
    for (int i = 0; i < named; i++) {
      Row row = rows.get(named == 1 ? 0 : i * (rows.size() - 1) / (named - 1));
      svg.text(x(row), BOTTOM + 20, i == named - 1 && named > 1 ? "end" : "middle", day(row));
    }
  }

  private void line(int column, String colour) {
    var points = new StringBuilder();
    for (Row row : rows) {
      if (!row.isNullAt(column)) {
        double y = y(answer.number(row, column));
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(row), y));
        svg.dot(x(row), y, colour);
      }
    }
    svg.path(points.toString().strip(), colour);
  }

  private double x(Row row) {
    double first = seconds(rows.get(0));
    double last = seconds(rows.get(rows.size() - 1));
    return last == first ? LEFT : LEFT + (seconds(row) - first) / (last - first) * (RIGHT - LEFT);
  }

  private double y(double value) {
    return BOTTOM - value / highest * (BOTTOM - TOP);
  }

  private static String day(Row row) {
    return row.get(0) instanceof Timestamp moment
        ? moment.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString()
        : row.get(0).toString();
  }

  private static double seconds(Row row) {
    return row.get(0) instanceof Timestamp moment
        ? moment.toInstant().getEpochSecond()
        : ((Date) row.get(0)).toLocalDate().toEpochDay() * 86_400.0;
  }

  /** The next of 1, 2, 4, 8 times a power of ten, so that the grid has plain numbers. */
  private static double rounded(double value) {
    if (value <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (int times : new int[] {1, 2, 4, 8}) {
      if (value <= times * power) {
        return times * power;
      }
    }
    return 10 * power;
  }
}
