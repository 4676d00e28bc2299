package aftermath.present.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.IncidentFile;
import aftermath.pipeline.DryRun;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import aftermath.testing.IncidentFiles;
import aftermath.testing.SparkSessionForTests;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every notebook of the repository, without running it. */
@ExtendWith(SparkSessionForTests.class)
class NotebookSourcesTest {
  private static final List<Notebook> SOURCES = Notebook.in(Path.of("notebooks-export", "sources"));

  static List<Path> incidentFiles() {
    return IncidentFiles.all();
  }

  @ParameterizedTest
  @MethodSource("incidentFiles")
  void everyQueryCanBePlannedForEveryIncident(Path file, SparkSession spark) {
    SparkSession catalogue = spark.newSession();
    for (Table table : BreachPipeline.of(IncidentFile.read(file), PseudonymKey.NONE).tables()) {
      if (table.layer() == Layer.GOLD || table.layer() == Layer.OPS) {
        catalogue
            .createDataFrame(List.<Row>of(), table.schema())
            .createOrReplaceTempView(view(table.name()));
      }
    }
    var mistakes = new ArrayList<String>();
    for (Notebook notebook : SOURCES) {
      notebook.queries().forEach(query -> plan(catalogue, notebook, query, mistakes));
    }
    assertEquals(List.of(), mistakes);
  }

  @Test
  void noQueryLooksBelowGold() {
    for (Notebook notebook : SOURCES) {
      for (String query : notebook.queries()) {
        assertFalse(TablesInSql.named(query).isEmpty(), query);
        TablesInSql.named(query)
            .forEach(name -> assertTrue(name.matches("(gold|ops)\\..*"), notebook.name() + name));
        assertFalse(query.matches("(?is).*\\b(delta|parquet|csv|json)\\s*\\.\\s*`.*"), query);
      }
    }
  }

  @Test
  void everyCellThatAsksIsAWholeQuestion() {
    for (Notebook notebook : SOURCES) {
      List<JsonNode> code = notebook.code();
      assertEquals(code.size() - 1, notebook.queries().size(), notebook.name());
      code.stream()
          .skip(1)
          .map(Notebook::source)
          .forEach(
              source ->
                  assertTrue(source.matches("(?s)(table|bars|lines)\\(.*\"\"\"\\)"), () -> source));
    }
  }

  @Test
  void everyNotebookCanBeRunOnItsOwn() {
    for (Notebook notebook : SOURCES) {
      assertTrue(Notebook.source(notebook.cells().get(0)).startsWith("# "), notebook.name());
      assertEquals(
          "import static aftermath.present.notebook.Gold.*;",
          Notebook.source(notebook.code().get(0)));
      assertEquals(
          Kernel.NAME,
          notebook.content().at("/metadata/kernelspec/name").asText(),
          notebook.name());
    }
  }

  @Test
  void noSourceHoldsAnAnswer() {
    for (Notebook notebook : SOURCES) {
      for (JsonNode cell : notebook.code()) {
        assertTrue(cell.get("outputs").isEmpty(), notebook.name());
        assertTrue(cell.get("execution_count").isNull(), notebook.name());
      }
    }
  }

  private static void plan(
      SparkSession catalogue, Notebook notebook, String query, List<String> mistakes) {
    try {
      catalogue.sql(TablesInSql.placed(query, NotebookSourcesTest::view));
    } catch (Exception e) {
      mistakes.add(notebook.name() + ": " + DryRun.reason(e) + "\n" + query);
    }
  }

  private static String view(String table) {
    return table.replace('.', '_');
  }
}
