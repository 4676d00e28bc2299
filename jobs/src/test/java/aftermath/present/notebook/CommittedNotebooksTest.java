package aftermath.present.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The notebooks that were run on the samples: what is in the repository of them. */
class CommittedNotebooksTest {
  private static final Path FOLDER = Path.of("notebooks-export", "demo");
  private static final List<Notebook> SOURCES = Notebook.in(Path.of("notebooks-export", "sources"));
  private static final List<Notebook> RUN = Notebook.in(FOLDER);

  @Test
  void theyAskWhatTheirSourcesAsk() {
    assertEquals(
        SOURCES.stream().map(this::words).toList(), RUN.stream().map(this::words).toList());
  }

  @Test
  void everyQuestionHasItsAnswer() {
    for (Notebook notebook : RUN) {
      assertEquals(List.of(), Outputs.errors(notebook));
      for (JsonNode cell : notebook.code().subList(1, notebook.code().size())) {
        assertEquals(1, cell.get("outputs").size(), () -> Notebook.source(cell));
        JsonNode data = cell.get("outputs").get(0).get("data");
        String wanted = Notebook.source(cell).startsWith("table") ? "text/html" : "image/svg+xml";
        assertTrue(data.has(wanted), () -> Notebook.source(cell));
      }
    }
  }

  @Test
  void theyDoNotSayWhenAndWhereTheyWereRun() throws IOException {
    for (Notebook notebook : RUN) {
      String text = Files.readString(FOLDER.resolve(notebook.name() + Notebook.ENDING));
      assertFalse(text.contains(Path.of("").toAbsolutePath().toString()), notebook.name());
      assertFalse(text.contains("\"execution\""), notebook.name());
      assertFalse(text.contains("iopub"), notebook.name());
    }
  }

  @Test
  void theirPagesNeedNothingFromElsewhere() throws IOException {
    for (Notebook notebook : RUN) {
      String page = Files.readString(FOLDER.resolve(notebook.name() + ".html"));
      assertTrue(page.startsWith("<!doctype html>"), notebook.name());
      assertFalse(page.contains("<script"), notebook.name());
      assertFalse(page.contains("<link"), notebook.name());
      assertFalse(
          page.replace("http://www.w3.org/2000/svg", "").matches("(?s).*(src=|url\\(|https?://).*"),
          notebook.name());
    }
  }

  private List<String> words(Notebook notebook) {
    return notebook.cells().stream().map(Notebook::source).toList();
  }
}
