package aftermath.present.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A notebook as a file of Jupyter, format 4.
 *
 * @param name of its file, without the ending
 */
public record Notebook(String name, ObjectNode content) {
  static final String ENDING = ".ipynb";

  private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\n(.*?)\"\"\"", Pattern.DOTALL);

  /** All notebooks of a folder, by name. */
  public static List<Notebook> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw NotebookMistake.noSources(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Notebook> found =
          files
              .filter(file -> file.toString().endsWith(ENDING))
              .sorted()
              .map(Notebook::read)
              .toList();
      if (found.isEmpty()) {
        throw NotebookMistake.noSources(folder);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Notebook read(Path file) {
    String fileName = file.getFileName().toString();
    String name = fileName.substring(0, fileName.length() - ENDING.length());
    try {
      JsonNode content = NotebookJson.read(Files.readString(file));
      if (content.path("nbformat").asInt() != 4 || !content.path("cells").isArray()) {
        throw NotebookMistake.notANotebook(file, "it has no nbformat 4 and no cells");
      }
      return new Notebook(name, (ObjectNode) content);
    } catch (JsonProcessingException e) {
      throw NotebookMistake.notANotebook(file, e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All cells, in their order. */
  public List<JsonNode> cells() {
    return StreamSupport.stream(content.get("cells").spliterator(), false).toList();
  }

  /** The cells that are run. */
  public List<JsonNode> code() {
    return cells().stream().filter(Notebook::isCode).toList();
  }

  static boolean isCode(JsonNode cell) {
    return cell.path("cell_type").asText().equals("code");
  }

  /** What a cell says. */
  public static String source(JsonNode cell) {
    return NotebookJson.text(cell.path("source"));
  }

  /** The queries of its cells, in their order: whatever stands there as a block of text. */
  public List<String> queries() {
    return code().stream()
        .map(Notebook::source)
        .flatMap(source -> TEXT_BLOCK.matcher(source).results())
        .map(found -> found.group(1).stripIndent())
        .toList();
  }
}
