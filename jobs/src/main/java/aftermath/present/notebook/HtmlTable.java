package aftermath.present.notebook;

import aftermath.present.notebook.Answer.Header;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.spark.sql.Row;

/** An answer as a table of HTML. */
final class HtmlTable {
  private final Answer answer;
  private final StringBuilder html = new StringBuilder();

  private HtmlTable(Answer answer) {
    this.answer = answer;
  }

  static String of(Answer answer) {
    return new HtmlTable(answer).text();
  }

  private String text() {
    if (answer.rows().isEmpty()) {
      return "<p>No rows.</p>\n";
    }
    html.append("<table>\n<thead><tr>");
    answer.headers().forEach(header -> cell("th", header, header.title()));
    html.append("</tr></thead>\n<tbody>\n");
    answer.rows().forEach(this::line);
    html.append("</tbody>\n</table>\n");
    if (answer.isCut()) {
      html.append("<p>There are more than these %,d rows.</p>\n".formatted(answer.rows().size()));
    }
    return html.toString();
  }

  private void line(Row row) {
    html.append("<tr>");
    for (int column = 0; column < answer.headers().size(); column++) {
      cell("td", answer.headers().get(column), answer.text(row, column));
    }
    html.append("</tr>\n");
  }

  private void cell(String element, Header header, String text) {
    html.append("<%s align=\"%s\">".formatted(element, header.isNumber() ? "right" : "left"))
        .append(StringEscapeUtils.escapeXml10(text))
        .append("</%s>".formatted(element));
  }
}
