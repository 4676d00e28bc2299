package aftermath.present.dashboard;

import aftermath.present.dashboard.Answer.KeyFigure;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;

/**
 * The answers as one HTML file that needs nothing else. Words come first, so that there is
 * something to read, with scripts or without; the library of charts comes last, as text that
 * becomes a script after the first paint.
 *
 * @param facts what the head of the page says, by the name of its place
 * @param answers by question
 * @param data what charts and tables are drawn from
 */
record Page(Map<String, String> facts, Map<String, Answer> answers, Map<String, Object> data) {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_ ]+)}}");
  private static final String ANSWER = "answer ";
  private static final String FOLDER = "/aftermath/present/";

  private static final List<String> STYLES = List.of("base", "cards", "small", "print");

  /** In the order in which each needs those before it. */
  private static final List<String> SCRIPTS =
      List.of(
          "data",
          "words",
          "colours",
          "about",
          "tables",
          "filters",
          "cards",
          "bars",
          "times",
          "how_many",
          "exposed",
          "whom",
          "told",
          "delivered",
          "responding",
          "trust",
          "paper",
          "refresh",
          "start");

  String text() {
    // In one pass, so that nothing that is put in is taken for a place.
    return PLACE
        .matcher(resource("dashboard/dashboard.html"))
        .replaceAll(place -> Matcher.quoteReplacement(at(place.group(1))));
  }

  private String at(String place) {
    if (place.startsWith(ANSWER)) {
      return escaped(answers.get(place.substring(ANSWER.length())).sentence());
    }
    return switch (place) {
      case "figures" -> figures();
      case "styles" -> all(STYLES, "css");
      case "data" -> json();
      case "scripts" -> all(SCRIPTS, "js");
      case "charts" -> resource("echarts-6.1.0.min.js");
      default -> escaped(facts.get(place));
    };
  }

  private String figures() {
    return Dashboard.figures(answers).stream().map(Page::figure).collect(Collectors.joining("\n"));
  }

  private static String figure(KeyFigure figure) {
    return """
        <li class="key %s" data-about="%s"><b>%s</b> <span class="label">%s</span> <span class="note">%s</span></li>"""
        .formatted(
            figure.standing(),
            escaped(figure.column()),
            escaped(figure.value()),
            escaped(figure.label()),
            escaped(figure.note()));
  }

  private static String all(List<String> names, String kind) {
    return names.stream()
        .map(name -> resource("dashboard/" + name + "." + kind))
        .collect(Collectors.joining("\n"));
  }

  /** Without the sign that could close the element, or open a comment in it. */
  private String json() {
    try {
      return JSON.writeValueAsString(data).replace("<", "\\u003c");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeHtml4(text);
  }

  private static String resource(String name) {
    try (var stream = Page.class.getResourceAsStream(FOLDER + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
