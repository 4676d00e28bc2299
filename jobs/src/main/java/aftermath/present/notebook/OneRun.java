package aftermath.present.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Several notebooks as one, and one as several: a kernel and its Spark session take longer to start
 * than all the queries take, so that all notebooks are run by one kernel, one after the other.
 */
final class OneRun {
  private final List<Notebook> notebooks;

  OneRun(List<Notebook> notebooks) {
    this.notebooks = notebooks;
  }

  /**
   * All cells of all notebooks. Before the first cell of each, and behind the last, a cell makes a
   * file, from which it can be seen how far the run has come.
   *
   * @param marks folder of these files
   */
  ObjectNode joined(Path marks) {
    ArrayNode cells = NotebookJson.array();
    for (int place = 0; place < notebooks.size(); place++) {
      cells.add(mark(marks, place));
      notebooks.get(place).cells().forEach(cells::add);
    }
    cells.add(mark(marks, notebooks.size()));
    ObjectNode joined = notebooks.get(0).content().deepCopy();
    joined.set("cells", withIdentifiers(cells));
    return joined;
  }

  /** The notebooks as they were, with the outputs of a run of the joined one. */
  List<Notebook> parted(JsonNode executed) {
    var parted = new ArrayList<Notebook>();
    int next = 0;
    for (Notebook notebook : notebooks) {
      next++;
      ObjectNode content = notebook.content().deepCopy();
      for (JsonNode cell : content.get("cells")) {
        JsonNode run = executed.get("cells").get(next++);
        if (Notebook.isCode(cell)) {
          ((ObjectNode) cell).set("outputs", run.get("outputs"));
        }
      }
      parted.add(new Notebook(notebook.name(), content));
    }
    return parted;
  }

  static Path begun(Path marks, int place) {
    return marks.resolve(place + ".begun");
  }

  private static ObjectNode mark(Path marks, int place) {
    ObjectNode cell = NotebookJson.object();
    cell.put("cell_type", "code");
    cell.putNull("execution_count");
    cell.putObject("metadata");
    cell.putArray("outputs");
    String file = begun(marks, place).toString().replace("\\", "\\\\");
    cell.put(
        "source", "java.nio.file.Files.createFile(java.nio.file.Path.of(\"%s\"));".formatted(file));
    return cell;
  }

  /** Two notebooks may have the same names for their cells. */
  private static ArrayNode withIdentifiers(ArrayNode cells) {
    ArrayNode named = NotebookJson.array();
    for (JsonNode cell : cells) {
      ObjectNode copy = cell.deepCopy();
      copy.put("id", "cell-" + named.size());
      named.add(copy);
    }
    return named;
  }
}
