package aftermath.present.notebook;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.apache.spark.sql.Row;

/** An answer as lines over time. */
final class LineChart {
  private static final int TOP = 66;
  private static final int BOTTOM = 270;
  private static final int LEFT = 64;
  private static final int RIGHT = Svg.WIDTH - 24;
  private static final int GRID = 4;
  private static final int MOST_DAYS_NAMED = 7;
  private static final int DAY = 86_400;
  private static final List<Double> PLAIN =
      List.of(1.0, 1.2, 1.6, 2.0, 2.4, 2.8, 3.2, 4.0, 4.8, 6.0, 8.0, 10.0);

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
    if (answer.isCut()) {
      svg.text(
          10, BOTTOM + 44, "start", "There are more than these %,d rows.".formatted(rows.size()));
    }
    return svg.drawn(BOTTOM + (answer.isCut() ? 58 : 34));
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
    double first = seconds(rows.get(0));
    double last = seconds(rows.get(rows.size() - 1));
    int named = (int) Math.min(MOST_DAYS_NAMED, 1 + (last - first) / DAY);
    for (int place = 0; place < named; place++) {
      double second = named == 1 ? first : first + place * (last - first) / (named - 1);
      String day = LocalDate.ofEpochDay((long) Math.floor(second / DAY)).toString();
      svg.text(x(second), BOTTOM + 20, place > 0 && place == named - 1 ? "end" : "middle", day);
    }
  }

  /** A line ends where there is no number, and begins anew behind it. */
  private void line(int column, String colour) {
    var points = new StringJoiner(" ");
    for (Row row : rows) {
      if (row.isNullAt(column)) {
        svg.path(points.toString(), colour);
        points = new StringJoiner(" ");
      } else {
        double x = x(seconds(row));
        double y = y(answer.number(row, column));
        points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
        svg.dot(x, y, colour);
      }
    }
    svg.path(points.toString(), colour);
  }

  private double x(double second) {
    double first = seconds(rows.get(0));
    double last = seconds(rows.get(rows.size() - 1));
    return last == first ? LEFT : LEFT + (second - first) / (last - first) * (RIGHT - LEFT);
  }

  private double y(double value) {
    return BOTTOM - value / highest * (BOTTOM - TOP);
  }

  private static double seconds(Row row) {
    return row.get(0) instanceof Timestamp moment
        ? moment.toInstant().getEpochSecond()
        : ((Date) row.get(0)).toLocalDate().toEpochDay() * (double) DAY;
  }

  /** The next number above it that four lines of a grid part into plain numbers. */
  private static double rounded(double value) {
    if (value <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    return PLAIN.stream()
        .map(times -> times * power)
        .filter(plain -> plain >= value)
        .findFirst()
        .orElseThrow();
  }
}
