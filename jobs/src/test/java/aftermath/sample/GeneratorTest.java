package aftermath.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorTest {
  private static final double TINY = 0.0005;

  @TempDir private Path folder;

  static List<Profile> profiles() {
    return List.of(Profiles.SERVICE_RECORDS, Profiles.PAYMENTS);
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void writesTheSameBytesHoweverManyThreadsWrite(Profile profile) throws IOException {
    generation(profile, "one").writtenBy(1).run();
    generation(profile, "two").writtenBy(2).run();
    generation(profile, "again").writtenBy(2).run();

    Map<String, Integer> once = contents("one");
    assertFalse(once.isEmpty());
    assertEquals(once, contents("two"));
    assertEquals(once, contents("again"));
  }

  @Test
  void writesOtherPeopleWithAnotherSeed() throws IOException {
    generation(Profiles.PAYMENTS, "one").run();
    generation(Profiles.PAYMENTS, "other").seededWith(2).run();

    assertNotEquals(contents("one"), contents("other"));
  }

  @Test
  void showsEveryWartHoweverSmallTheScale() {
    Summary summary = generation(Profiles.SERVICE_RECORDS, "tiny").run();

    for (String kind : UnexpectedValues.kinds()) {
      assertTrue(summary.count("records with unexpected data", kind) > 0, kind);
    }
    for (String field : Profiles.SERVICE_RECORDS.fields()) {
      assertTrue(summary.count("people by field", field) > 0, field);
    }
    assertTrue(summary.count("bad rows of impacted", "too_short") > 0);
    assertTrue(summary.count("bad rows of impacted", "too_long") > 0);
    assertTrue(summary.count("bad rows of impacted", "unterminated_quote") > 0);
    assertTrue(summary.count("bad rows of messages", "cut_off") > 0);
    assertTrue(summary.count("bad rows of letters", "bad_date") > 0);
    assertTrue(summary.records() > summary.people());
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws IOException {
    Path out = Files.createDirectories(folder.resolve("full/in"));
    Path kept = Files.writeString(out.resolve("letter.txt"), "kept");

    SampleProblem problem =
        assertThrows(SampleProblem.class, generation(Profiles.PAYMENTS, "full")::run);

    assertTrue(problem.getMessage().contains("is not empty"), problem.getMessage());
    assertEquals("kept", Files.readString(kept));
  }

  @Test
  void replacesOnlyFilesOfItsOwnKind() throws IOException {
    generation(Profiles.PAYMENTS, "full").run();
    Map<String, Integer> before = contents("full");
    Path more = folder.resolve("full/in/bookings/part-99.csv");
    Path foreign = folder.resolve("full/in/bookings/read-me.txt");
    Files.writeString(more, "left by an earlier generation of more parts");
    Files.writeString(foreign, "kept");

    generation(Profiles.PAYMENTS, "full").where(Existing.REPLACE).run();

    assertFalse(Files.exists(more));
    assertEquals("kept", Files.readString(foreign));
    Files.delete(foreign);
    assertEquals(before, contents("full"));
  }

  @Test
  void refusesToHideTheTruthInTheDelivery() {
    Path out = folder.resolve("in");
    for (Path truth : List.of(out, out.resolve("truth"), folder)) {
      SampleProblem problem =
          assertThrows(
              SampleProblem.class,
              Generation.of(Profiles.PAYMENTS, out, truth).scaledBy(TINY)::run);
      assertTrue(problem.getMessage().contains("keep them apart"), problem.getMessage());
    }
  }

  @Test
  void refusesAScaleThatIsNotAboveZero() {
    for (double scale : List.of(0.0, -1.0, Double.NaN)) {
      assertThrows(SampleProblem.class, generation(Profiles.PAYMENTS, "none").scaledBy(scale)::run);
    }
  }

  @Test
  void refusesAScaleForWhichNumbersWouldRepeat() {
    SampleProblem problem =
        assertThrows(
            SampleProblem.class, generation(Profiles.SERVICE_RECORDS, "huge").scaledBy(100)::run);

    assertTrue(problem.getMessage().contains("too few #"), problem.getMessage());
  }

  @Test
  void removesWhatItWroteWhenItFails() throws IOException {
    Generation failing =
        generation(Profiles.SERVICE_RECORDS, "failed")
            .telling(
                progress -> {
                  if (progress.file().startsWith("notices")) {
                    throw new IllegalStateException("The listener had enough.");
                  }
                });

    assertThrows(IllegalStateException.class, failing::run);

    assertEquals(Map.of(), contents("failed"));
  }

  @Test
  void tellsHowFarItHasCome() {
    List<Progress> told = new ArrayList<>();
    Summary summary = generation(Profiles.SERVICE_RECORDS, "told").telling(told::add).run();

    Progress last = told.get(told.size() - 1);
    assertTrue(last.rows() >= summary.rows());
    assertTrue(last.expectedRows() > last.rows() * 0.8 && last.expectedRows() < last.rows() * 1.3);
  }

  @Test
  void countsRowsAndBytesOfTheDelivery() throws IOException {
    Summary summary = generation(Profiles.SERVICE_RECORDS, "counted").run();

    long bytes = 0;
    long files = 0;
    try (Stream<Path> all = Files.walk(folder.resolve("counted/in"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
        files++;
      }
    }
    assertEquals(files, summary.files());
    assertEquals(bytes, summary.bytes());
    assertEquals(
        summary.rows(), summary.rowsByFolder().values().stream().mapToLong(Long::longValue).sum());
  }

  private Generation generation(Profile profile, String name) {
    Path place = folder.resolve(name);
    return Generation.of(profile, place.resolve("in"), place.resolve("truth")).scaledBy(TINY);
  }

  private Map<String, Integer> contents(String name) throws IOException {
    Map<String, Integer> contents = new TreeMap<>();
    Path place = folder.resolve(name);
    try (Stream<Path> all = Files.walk(place)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(place.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
