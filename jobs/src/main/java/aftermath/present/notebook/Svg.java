package aftermath.present.notebook;

import java.util.List;
import java.util.Locale;
import org.apache.commons.text.StringEscapeUtils;

/**
 * A picture that is written shape by shape. It brings its own background and colours, so that it
 * looks the same in every viewer, and the same rows make the same text.
 */
final class Svg {
  static final int WIDTH = 760;

  /** Told apart by people who see colours differently, after Okabe and Ito. */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8a8a8a");

  private static final double CHARACTER = 6.6;
  private static final int LEGEND_TOP = 46;

  private final StringBuilder shapes = new StringBuilder();
  private final String title;

  Svg(String title) {
    this.title = title;
  }

  static String colour(int part) {
    return COLOURS.get(part % COLOURS.size());
  }

  /** About how wide a text is, in the picture's units. */
  static double width(String text) {
    return CHARACTER * text.length();
  }

  void rectangle(double x, double y, double width, double height, String colour) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x, y, width, height, colour);
  }

  void line(double x1, double y1, double x2, double y2) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#d5dde5\"/>",
        x1, y1, x2, y2);
  }

  /** A line through points; nothing where there are none. */
  void path(String points, String colour) {
    if (points.isEmpty()) {
      return;
    }
    add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", points, colour);
  }

  void dot(double x, double y, String colour) {
    add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"/>", x, y, colour);
  }

  /** A text that starts, is centred or ends at a point. */
  void text(double x, double y, String anchor, String text) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x, y, anchor, StringEscapeUtils.escapeXml10(text));
  }

  /** What the colours stand for, below the title. */
  void legend(List<String> parts) {
    double x = 10;
    for (int part = 0; part < parts.size(); part++) {
      rectangle(x, LEGEND_TOP - 9, 10, 10, colour(part));
      text(x + 15, LEGEND_TOP, "start", parts.get(part));
      x += 15 + width(parts.get(part)) + 18;
    }
  }

  String drawn(int height) {
    String safe = StringEscapeUtils.escapeXml10(title);
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#1b2733">
        <title>%3$s</title>
        <rect width="%1$d" height="%2$d" fill="#ffffff"/>
        <text x="10" y="22" font-size="15" font-weight="600">%3$s</text>
        %4$s</svg>
        """
        .formatted(WIDTH, height, safe, shapes);
  }

  private void add(String shape, Object... values) {
    shapes.append(String.format(Locale.ROOT, shape, values)).append('\n');
  }
}
