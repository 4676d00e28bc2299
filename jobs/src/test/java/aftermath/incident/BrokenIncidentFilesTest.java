package aftermath.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small broken incident files, and the sentences that their authors read. */
class BrokenIncidentFilesTest {

  private static final Path CORPUS =
      Path.of("jobs/src/test/resources/aftermath/incident/broken.txt");

  @TempDir private Path folder;

  /**
   * A change to the smallest incident file, and the mistakes it leads to.
   *
   * @param name what is broken
   * @param text a piece of the smallest file; empty: its end
   * @param replacement what stands there instead
   * @param sentences all mistakes, in order, after their line and column
   */
  record Case(String name, String text, String replacement, List<String> sentences) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void tellsWhatIsWrongInASentence(Case broken) throws IOException {
    assertTrue(Examples.SMALLEST.contains(broken.text), "The smallest file has this piece.");
    String text =
        broken.text.isEmpty()
            ? Examples.SMALLEST + broken.replacement + "\n"
            : Examples.SMALLEST.replaceFirst(
                Pattern.quote(broken.text), Matcher.quoteReplacement(broken.replacement));
    Path file = Files.writeString(folder.resolve("broken.yaml"), text);

    List<String> sentences =
        assertThrows(IncidentMistakes.class, () -> IncidentFile.read(file)).mistakes().stream()
            .map(Mistake::sentence)
            .map(sentence -> sentence.replaceFirst("^line \\d+, column \\d+: ", ""))
            .toList();

    assertEquals(String.join("\n", broken.sentences), String.join("\n", sentences));
  }

  static Stream<Case> corpus() throws IOException {
    return Arrays.stream(Files.readString(CORPUS).split("(?m)^=== "))
        .filter(part -> !part.isBlank() && !part.startsWith("#"))
        .map(BrokenIncidentFilesTest::parsed);
  }

  private static Case parsed(String part) {
    String[] pieces = part.split("(?m)^--- (becomes|mistakes)$", -1);
    int end = pieces[0].indexOf('\n');
    return new Case(
        pieces[0].substring(0, end),
        pieces[0].substring(end + 1).strip(),
        unframed(pieces[1]),
        pieces[2].strip().lines().toList());
  }

  /** Without the line breaks around it; the indentation of its first line belongs to it. */
  private static String unframed(String piece) {
    return piece.replaceFirst("^\\n", "").stripTrailing();
  }
}
