package aftermath.extract;

import aftermath.extract.TableView.Line;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.StringEscapeUtils;

/** A recipient's release as one page for people: no script, nothing from elsewhere. */
final class Page {
  private static final int MOST_LINES = 2_000;
  private static final String WORDS = "words";
  private static final Set<String> NUMBER = Set.of("value", WORDS);

  private final StringBuilder html = new StringBuilder();

  private Page() {}

  static String of(
      String title,
      List<String> about,
      Optional<ObjectNode> form,
      List<TableView> views,
      Optional<Restatement> restatement,
      ReleaseAudit audit) {
    var page = new Page();
    page.head(title, about);
    form.ifPresent(page::form);
    restatement.ifPresent(page::restated);
    views.forEach(page::table);
    page.audited(audit);
    page.html.append("</main></body></html>\n");
    return page.html.toString();
  }

  private void head(String title, List<String> about) {
    html.append(
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        :root { color-scheme: light dark; --line: #8888; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
        main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; margin: .5rem 0 1.5rem; }
        th, td { text-align: left; padding: .2rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
        .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        @media print { main { max-width: none; } table { page-break-inside: auto; } tr { page-break-inside: avoid; } }
        </style></head><body><main>
        <h1>%s</h1>
        """
            .formatted(escaped(title), escaped(title)));
    about.forEach(this::paragraph);
  }

  private void form(ObjectNode form) {
    html.append("<h2>Form</h2><div class=\"wide\"><table><tbody>\n");
    form.properties().forEach(entry -> question(entry.getKey(), entry.getValue()));
    html.append("</tbody></table></div>\n");
  }

  private void question(String question, JsonNode answer) {
    html.append("<tr><th scope=\"row\">")
        .append(escaped(question.replace('_', ' ')))
        .append("</th><td>")
        .append(answer(answer))
        .append("</td></tr>\n");
  }

  private static String answer(JsonNode answer) {
    if (answer.isNull()) {
      return "—";
    }
    if (answer.isObject()) {
      // A number has its words beside it, which are the same or say why it is missing.
      var text = new StringBuilder(answer.has(WORDS) ? escaped(answer.get(WORDS).asText()) : "");
      answer.properties().stream()
          .filter(each -> !answer.has(WORDS) || !NUMBER.contains(each.getKey()))
          .forEach(
              each ->
                  text.append(text.isEmpty() ? "" : "<br>")
                      .append(escaped(each.getKey().replace('_', ' ')))
                      .append(": ")
                      .append(answer(each.getValue())));
      return text.toString();
    }
    if (answer.isArray()) {
      var text = new StringBuilder();
      answer.forEach(each -> text.append(answer(each)).append("<br>"));
      return text.toString();
    }
    return escaped(answer.isIntegralNumber() ? "%,d".formatted(answer.asLong()) : answer.asText());
  }

  private void restated(Restatement restatement) {
    html.append("<h2>").append(escaped(restatement.title())).append("</h2>\n");
    restatement.why().forEach(this::paragraph);
    paragraph(restatement.counts());
    if (restatement.changed().isEmpty()) {
      return;
    }
    html.append(
        "<div class=\"wide\"><table><thead><tr><th>Count of</th><th class=\"n\">was</th><th"
            + " class=\"n\">is</th><th class=\"n\">change</th></tr></thead><tbody>\n");
    restatement.changed().stream()
        .limit(MOST_LINES)
        .forEach(
            each ->
                html.append(
                    "<tr><td>%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td></tr>\n"
                        .formatted(
                            escaped(each.cell().words()),
                            told(each.was()),
                            told(each.is()),
                            each.change() == null ? "" : "%+,d".formatted(each.change()))));
    html.append("</tbody></table></div>\n");
    more(restatement.changed().size(), "restatement.csv");
  }

  private static String told(Long value) {
    return value == null ? "n.p." : number(value);
  }

  private void paragraph(String text) {
    html.append("<p>").append(escaped(text)).append("</p>\n");
  }

  private void table(TableView view) {
    html.append("<h2>").append(escaped(view.table().title())).append("</h2>\n");
    html.append("<div class=\"wide\"><table><thead><tr>");
    view.columns()
        .forEach(
            column ->
                html.append("<th>").append(escaped(column.replace('_', ' '))).append("</th>"));
    html.append("<th>counted</th><th class=\"n\">value</th><th>status</th></tr></thead><tbody>\n");
    view.lines().stream().limit(MOST_LINES).forEach(this::line);
    html.append("</tbody></table></div>\n");
    more(view.lines().size(), "tables/" + view.table().name() + ".csv");
  }

  private void line(Line line) {
    html.append("<tr>");
    line.codes()
        .forEach(
            code ->
                html.append("<td>")
                    .append(escaped(code.equals("_T") ? "total" : code))
                    .append("</td>"));
    html.append("<td>").append(line.measure().word()).append("</td><td class=\"n\">");
    html.append(told(line.shown().value()));
    html.append("</td><td>")
        .append(line.shown().isPublished() ? "" : line.shown().confidentiality())
        .append("</td></tr>\n");
  }

  private void audited(ReleaseAudit audit) {
    html.append("<h2>What can be worked out</h2>\n<p>");
    html.append(
        "Between which values each suppressed cell must lie, for one who has these tables. Also with %s and with every release before no small count can be worked out more closely than its protection allows."
            .formatted(ReleaseAudit.THE_REST));
    html.append(
        "</p><div class=\"wide\"><table><thead><tr><th>Count of</th><th class=\"n\">from</th><th"
            + " class=\"n\">to</th></tr></thead><tbody>\n");
    List<ReleaseAudit.Bounds> cells = audit.intervals();
    cells.stream()
        .limit(MOST_LINES)
        .forEach(
            cell ->
                html.append(
                    "<tr><td>%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td></tr>\n"
                        .formatted(
                            escaped(cell.key().words()),
                            number(cell.from()),
                            cell.to() == null ? "no limit" : number(cell.to()))));
    html.append("</tbody></table></div>\n");
    more(cells.size(), "audit.json");
  }

  private void more(int size, String file) {
    if (size > MOST_LINES) {
      html.append(
          "<p>… and %,d more lines in %s</p>\n".formatted(size - MOST_LINES, escaped(file)));
    }
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeHtml4(text);
  }
}
