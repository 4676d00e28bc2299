package aftermath.incident;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever happens to an incident file, it still reads or its mistakes are told. */
class ChangedIncidentFilesTest {

  private static final Path ORIGINAL = Path.of("conf/qantas-2025.yaml");

  private static List<String> lines;
  private static Path folder;

  @BeforeContainer
  static void prepare() throws IOException {
    lines = Files.readAllLines(ORIGINAL);
    folder = Files.createTempDirectory("incident");
  }

  @AfterContainer
  static void cleanUp() throws IOException {
    Files.deleteIfExists(folder.resolve("changed.yaml"));
    Files.delete(folder);
  }

  @Property(tries = 1000)
  void aDeletedLineIsToldOrDoesNoHarm(@ForAll("lineNumbers") int number) {
    List<String> changed = new ArrayList<>(lines);
    changed.remove(number);

    readsOrTells(String.join("\n", changed));
  }

  @Property(tries = 500)
  void aRenamedWordOfALineIsToldOrDoesNoHarm(
      @ForAll("lineNumbers") int number,
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 1, max = 8) String word) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(number, lines.get(number).replaceFirst("\\w+", word));

    readsOrTells(String.join("\n", changed));
  }

  @Property(tries = 500)
  void anyCharacterAnywhereIsToldOrDoesNoHarm(
      @ForAll("lineNumbers") int number, @ForAll("places") int place, @ForAll char character) {
    List<String> changed = new ArrayList<>(lines);
    String line = lines.get(number);
    int column = Math.min(place, line.length());
    changed.set(number, line.substring(0, column) + character + line.substring(column));

    readsOrTells(String.join("\n", changed));
  }

  @Property(tries = 300)
  void aFileThatEndsAnywhereIsToldOrDoesNoHarm(@ForAll("parts") double part) {
    String text = String.join("\n", lines);

    readsOrTells(text.substring(0, (int) (text.length() * part)));
  }

  @Provide
  Arbitrary<Integer> lineNumbers() {
    return Arbitraries.integers().between(0, lines.size() - 1);
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 100);
  }

  @Provide
  Arbitrary<Double> parts() {
    return Arbitraries.doubles().between(0, 1);
  }

  /** Any other exception than {@link IncidentMistakes} fails the property. */
  private static void readsOrTells(String text) {
    try {
      Path file = Files.writeString(folder.resolve("changed.yaml"), replacedSurrogates(text));
      assertNotNull(IncidentFile.read(file));
    } catch (IncidentMistakes e) {
      assertFalse(e.mistakes().isEmpty());
      for (Mistake mistake : e.mistakes()) {
        assertTrue(mistake.sentence().lines().count() == 1, mistake::sentence);
        assertTrue(mistake.line() <= lines.size() + 1, mistake::sentence);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Half a surrogate pair has no bytes in UTF-8. */
  private static String replacedSurrogates(String text) {
    return text.replaceAll("\\p{Cs}", "?");
  }
}
