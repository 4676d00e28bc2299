package aftermath.present.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Notebooks that one kernel runs one after the other. */
class OneRunTest {
  private static final Notebook FIRST = notebook("first", "# First", "table(1)", "bars(2)");
  private static final Notebook SECOND = notebook("second", "# Second", "table(3)");

  private final OneRun run = new OneRun(List.of(FIRST, SECOND));

  @Test
  void everyNotebookGetsBackTheAnswersToItsOwnQuestions() {
    List<Notebook> parted = run.parted(executed());
    assertEquals(List.of("first", "second"), parted.stream().map(Notebook::name).toList());
    assertEquals(List.of("of table(1)", "of bars(2)"), answers(parted.get(0)));
    assertEquals(List.of("of table(3)"), answers(parted.get(1)));
    assertEquals(FIRST.cells().get(0), parted.get(0).cells().get(0));
  }

  @Test
  void marksSayHowFarItHasCome() {
    List<String> sources =
        Stream.of(run.joined(Path.of("marks")).get("cells"))
            .flatMap(cells -> StreamSupport.stream(cells.spliterator(), false))
            .map(Notebook::source)
            .filter(source -> source.contains(".begun"))
            .toList();
    assertEquals(3, sources.size());
    assertTrue(sources.get(2).contains("2.begun"), sources::toString);
  }

  @Test
  void aCellThatFailsIsNamed() {
    ObjectNode executed = executed();
    ArrayNode outputs = (ArrayNode) executed.at("/cells/2/outputs");
    outputs.removeAll();
    outputs.addObject().put("output_type", "error").put("evalue", "no such table\nat line 3");
    assertEquals(
        List.of("first.ipynb, cell 2: no such table"), Outputs.errors(run.parted(executed).get(0)));
  }

  @Test
  void whatDiffersFromRunToRunIsLeftOut() {
    JsonNode answer =
        Outputs.settled(run.parted(executed()).get(0)).code().get(0).get("outputs").get(0);
    assertEquals("display_data", answer.get("output_type").asText());
    assertFalse(answer.has("execution_count"));
    assertEquals(0, answer.get("metadata").size());
  }

  @Test
  void aPictureIsToldAsOne() {
    ObjectNode executed = executed();
    ((ObjectNode) executed.at("/cells/2/outputs/0/data")).put("text/html", "<svg>\n</svg>\n");
    JsonNode data =
        Outputs.settled(run.parted(executed).get(0)).code().get(0).at("/outputs/0/data");
    assertEquals("<svg>\n</svg>\n", NotebookJson.text(data.get("image/svg+xml")));
    assertFalse(data.has("text/html"));
  }

  private static List<String> answers(Notebook notebook) {
    return notebook.code().stream()
        .map(cell -> cell.at("/outputs/0/data/text~1html").asText())
        .toList();
  }

  /** What Jupyter gives back: the joined notebook with outputs. */
  private ObjectNode executed() {
    ObjectNode executed = run.joined(Path.of("marks"));
    int count = 0;
    for (JsonNode cell : executed.get("cells")) {
      if (Notebook.isCode(cell) && !Notebook.source(cell).contains(".begun")) {
        ObjectNode output = ((ArrayNode) cell.get("outputs")).addObject();
        output.put("output_type", "execute_result").put("execution_count", ++count);
        output.putObject("data").put("text/html", "of " + Notebook.source(cell));
        output.putObject("metadata").put("seconds", 1.5);
      }
    }
    return executed;
  }

  private static Notebook notebook(String name, String heading, String... code) {
    ObjectNode content = NotebookJson.object();
    ArrayNode cells = content.putArray("cells");
    cells.addObject().put("cell_type", "markdown").put("source", heading);
    for (String source : code) {
      ObjectNode cell = cells.addObject();
      cell.put("cell_type", "code").put("source", source);
      cell.putArray("outputs");
    }
    return new Notebook(name, content);
  }
}
