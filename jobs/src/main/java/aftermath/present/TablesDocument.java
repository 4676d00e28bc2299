package aftermath.present;

import aftermath.pipeline.Column;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All tables of an incident as a page for people: what a row is, what a column means. */
public final class TablesDocument {
  private static final List<Layer> ORDER =
      List.of(Layer.GOLD, Layer.SILVER, Layer.BRONZE, Layer.OPS);

  private static final Map<Layer, String> ABOUT =
      Map.of(
          Layer.GOLD, "Counts for people to look at. No person is in them.",
          Layer.SILVER, "Rows that can be trusted, and how they belong together.",
          Layer.BRONZE, "Rows as delivered, and where they came from.",
          Layer.OPS, "What the program did.");

  private final Pipeline pipeline;
  private final Map<String, Model> models;
  private final StringBuilder text = new StringBuilder();

  private TablesDocument(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.models =
        pipeline.models().stream()
            .collect(Collectors.toMap(model -> model.table().name(), Function.identity()));
  }

  /** The page as Markdown. */
  public static String of(Pipeline pipeline) {
    return new TablesDocument(pipeline).page();
  }

  private String page() {
    line("# Tables");
    line("");
    line("Made from the declarations of the demo; the build fails when this page is stale.");
    line("Attributes, segments and delivered columns are those of `conf/demo.yaml`; another");
    line("incident has its own. 🔒 marks personal data.");
    line("");
    line("A query finds a table at `WAREHOUSE/<layer>/<table>`; register it there under its name,");
    line("or write ``delta.`WAREHOUSE/gold/fields` `` in place of `gold.fields`.");
    for (Layer layer : ORDER) {
      line("");
      line("## " + layer.folder());
      line("");
      line(ABOUT.get(layer));
      tablesOf(layer).forEach(this::describe);
    }
    return text.toString();
  }

  private List<Table> tablesOf(Layer layer) {
    return pipeline.tables().stream().filter(table -> table.layer() == layer).toList();
  }

  private void describe(Table table) {
    line("");
    line("### " + table.name());
    line("");
    line(table.comment() + ".");
    line("");
    line("- key: " + (table.key().isEmpty() ? "none" : codes(table.key())));
    line("- made from: " + origin(table));
    table
        .checks()
        .forEach((name, condition) -> line("- check %s: `%s`".formatted(name, condition)));
    line("");
    line("| column | type | meaning |");
    line("|---|---|---|");
    table.columns().forEach(column -> line(row(table, column)));
    ExampleQueries.of(table.name()).ifPresent(this::example);
  }

  private String origin(Table table) {
    Model model = models.get(table.name());
    if (model == null) {
      return table.layer() == Layer.OPS ? "what a run does" : "delivered files";
    }
    return model.inputs().isEmpty()
        ? "the incident file"
        : codes(model.inputs().stream().map(Table::name).toList());
  }

  private static String row(Table table, Column column) {
    String mark = table.personal().contains(column.name()) ? " 🔒" : "";
    String required = column.isRequired() ? " NOT NULL" : "";
    return "| `%s`%s | %s%s | %s |"
        .formatted(
            column.name(), mark, column.type(), required, column.comment().replace("|", "\\|"));
  }

  private void example(String query) {
    line("");
    line("```sql");
    text.append(query);
    line("```");
  }

  private static String codes(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
