package aftermath.present.notebook;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** An answer as horizontal bars, one for each row. */
final class BarChart {
  private static final int MOST_BARS = 60;
  private static final int STEP = 22;
  private static final int THICKNESS = 15;
  private static final int WIDEST_NAME = 300;

  private final Answer answer;
  private final List<Row> rows;
  private final List<Integer> parts;
  private final Svg svg;
  private final double left;
  private final double right;

  private BarChart(String title, Answer answer) {
    this.answer = answer;
    this.rows = answer.rows().subList(0, Math.min(MOST_BARS, answer.rows().size()));
    this.parts = answer.numbers();
    this.svg = new Svg(title);
    this.left =
        20
            + Math.min(
                WIDEST_NAME,
                rows.stream().mapToDouble(row -> Svg.width(name(row))).max().orElse(0));
    this.right =
        Svg.WIDTH - 20 - rows.stream().mapToDouble(row -> Svg.width(amounts(row))).max().orElse(0);
  }

  static String of(String title, Answer answer) {
    if (answer.numbers().isEmpty()) {
      throw NotebookMistake.nothingToDraw("bars", "a column of numbers");
    }
    return new BarChart(title, answer).drawn();
  }

  private String drawn() {
    boolean isStacked = parts.size() > 1;
    int top = isStacked ? 62 : 38;
    if (isStacked) {
      svg.legend(parts.stream().map(part -> answer.headers().get(part).title()).toList());
    }
    double longest = Math.max(rows.stream().mapToDouble(this::length).max().orElse(0), 1e-9);
    for (int place = 0; place < rows.size(); place++) {
      bar(rows.get(place), top + place * STEP, (right - left) / longest);
    }
    int bottom = top + rows.size() * STEP;
    boolean isCut = rows.size() < answer.rows().size() || answer.isCut();
    if (rows.isEmpty()) {
      svg.text(10, bottom + 14, "start", "No rows.");
    } else if (isCut) {
      svg.text(
          10, bottom + 14, "start", "There are more than these %d rows.".formatted(rows.size()));
    }
    return svg.drawn(bottom + (rows.isEmpty() || isCut ? 24 : 6));
  }

  private void bar(Row row, int top, double scale) {
    svg.text(left - 8, top + 12, "end", shortened(name(row)));
    double x = left;
    for (int part = 0; part < parts.size(); part++) {
      double length = answer.number(row, parts.get(part)) * scale;
      svg.rectangle(x, top, length, THICKNESS, Svg.colour(part));
      x += length;
    }
    svg.text(x + 6, top + 12, "start", amounts(row));
  }

  private double length(Row row) {
    return parts.stream().mapToDouble(part -> answer.number(row, part)).sum();
  }

  private String name(Row row) {
    return answer.words().stream()
        .map(column -> answer.text(row, column))
        .collect(Collectors.joining(" · "));
  }

  private String amounts(Row row) {
    return parts.stream().map(part -> answer.text(row, part)).collect(Collectors.joining(" / "));
  }

  private static String shortened(String name) {
    int most = (int) (WIDEST_NAME / Svg.width("x"));
    return name.length() <= most ? name : name.substring(0, most - 1) + "…";
  }
}
