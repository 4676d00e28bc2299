package aftermath.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of weights as an incident file names them, and what is told of their mistakes. */
class SavedWeightsFileTest {
  private static final String AGAIN =
      " A degree is missing or mistyped; save the weights again with aftermath save-weights.";

  private static final String EMAIL =
      """
      email:
        exact: { m: 0.8, u: 0.001 }
        different: { m: 0.2, u: 0.999 }
      """;

  private static final String BORN =
      """
      born:
        exact: { m: 0.9, u: 0.01, h: 0.4 }
        near: { m: 0.06, u: 0.09, h: 0.1 }
        different: { m: 0.04, u: 0.9, h: 0.5 }
      """;

  @TempDir private Path folder;

  @Test
  void sharesThatAddUpToAboutOneAreTaken() throws IOException {
    Incident incident = IncidentFile.read(incident("", EMAIL + BORN.replace("0.06", "0.075")));

    assertEquals(5, incident.linking().matching().orElseThrow().weights().size());
  }

  @Test
  void whatIsWrongIsToldAtOnceWithLineAndRemedy() throws IOException {
    assertEquals(
        List.of(
            "found 'w.yaml', line 1: email: m that add up to 0.300 over its degrees, expected them"
                + " to add up to 1."
                + AGAIN,
            "found 'w.yaml', line 4: born: u that add up to 1.900 over its degrees, expected them"
                + " to add up to 1."
                + AGAIN,
            "found 'w.yaml', line 4: born: h that add up to 0.900 over its degrees, expected them"
                + " to add up to 1."
                + AGAIN),
        mistakes(
            "",
            EMAIL.replace("0.8", "0.1")
                + BORN.replace("u: 0.01", "u: 0.91").replace("h: 0.1", "h: 0.0001")));
  }

  @Test
  void whatIsToldAlreadyIsNotAddedUp() throws IOException {
    assertEquals(
        List.of(
            "found 'w.yaml', line 2: email.exact.m: 'much', expected a number above 0 and at most 1."),
        mistakes("", EMAIL.replace("0.8", "much") + BORN));
  }

  @Test
  void everythingThatIsComparedHasWeights() throws IOException {
    assertEquals(
        List.of(
            "found no weights for 'born', which is compared, expected a file that has some. Save"
                + " them again with aftermath save-weights, or list what is compared under"
                + " compare."),
        mistakes("", EMAIL));
  }

  @Test
  void whatIsWrongInTheFileAndWhatIsNotThereAreToldTogether() throws IOException {
    assertEquals(2, mistakes("", EMAIL.replace("0.8", "0.1")).size());
  }

  @Test
  void whatIsListedToBeComparedHasWeights() throws IOException {
    assertEquals(
        List.of(
            "found 'born', which has no saved weight, expected an attribute that weights has. Save"
                + " them again with aftermath save-weights, or take it out here."),
        mistakes(", compare: [email, born]", EMAIL));
  }

  @Test
  void whatIsNotComparedNeedsNoWeights() throws IOException {
    assertEquals(
        List.of("email"),
        IncidentFile.read(incident(", compare: [email]", EMAIL))
            .linking()
            .matching()
            .orElseThrow()
            .compare());
  }

  @Test
  void anEmptyFileIsToBeSavedAgain() throws IOException {
    assertEquals(
        List.of(
            "found 'w.yaml': an empty file, expected one that aftermath save-weights wrote. Save"
                + " them again, or leave weights out to learn them from the data."),
        mistakes("", "# Nothing.\n"));
  }

  private List<String> mistakes(String more, String weights) throws IOException {
    Path incident = incident(more, weights);
    return assertThrows(IncidentMistakes.class, () -> IncidentFile.read(incident))
        .mistakes()
        .stream()
        .map(Mistake::sentence)
        .map(sentence -> sentence.replaceFirst("^.*?: linking\\.matching\\.\\S+: ", ""))
        .toList();
  }

  private Path incident(String more, String weights) throws IOException {
    Files.writeString(folder.resolve("w.yaml"), weights);
    String matching = "linking:\n  matching: { weights: w.yaml" + more + " }\n";
    return Files.writeString(
        folder.resolve("incident.yaml"),
        Examples.SMALLEST
            .replace("email: [MAIL]\n", "email: [MAIL]\n        born: [BORN]\n")
            .replace("linking:\n", matching));
  }
}
