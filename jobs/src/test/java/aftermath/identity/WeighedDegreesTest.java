package aftermath.identity;

import static aftermath.testing.TinyIncident.tinyBut;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.incident.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeighedDegreesTest {
  private static final String NAMES =
      """
      given_name:
        exact: { m: 0.8, u: 0.01 }
        close: { m: 0.1, u: 0.01 }
        near: { m: 0.04, u: 0.01 }
        far: { m: 0.02, u: 0.07 }
        different: { m: 0.04, u: 0.9 }
      family_name:
        exact: { m: 0.8, u: 0.01 }
        close: { m: 0.1, u: 0.01 }
        near: { m: 0.03, u: 0.01 }
        far: { m: 0.02, u: 0.07 }
        different: { m: 0.04, u: 0.899 }
        swapped: { m: 0.01, u: 0.001 }
      """;

  @TempDir private Path folder;

  @Test
  void weightsForEveryDegreeAreInOrder() throws IOException {
    assertEquals(List.of(), mistakes(NAMES));
  }

  @Test
  void withoutSavedWeightsNothingIsLacking() {
    Incident learning = tinyBut("linking:\n", "linking:\n  matching: {}\n");

    assertEquals(List.of(), WeighedDegrees.mistakes(learning));
  }

  @Test
  void everyAttributeThatLacksDegreesIsToldWithTheRemedy() throws IOException {
    assertEquals(
        List.of(
            "linking.matching.weights: found no weights for near, far of given_name, expected some"
                + " for each degree that it is compared by. Save them again with aftermath"
                + " save-weights, or list under compare what is to be compared.",
            "linking.matching.weights: found no weights for swapped of family_name (swapped with"
                + " given_name), expected some for each degree that it is compared by. Save them"
                + " again with aftermath save-weights, or list under swapped the pairs that the"
                + " file has weights for."),
        mistakes(
            NAMES
                .replaceFirst("  near.*\\n  far.*\\n", "")
                .replace("m: 0.04, u: 0.9 ", "m: 0.1, u: 0.98 ")
                .replaceFirst("  swapped.*\\n", "")));
  }

  private List<String> mistakes(String weights) throws IOException {
    Path file = Files.writeString(folder.resolve("weights.yaml"), weights);
    String matching = "  matching: { weights: '%s', compare: [given_name, family_name] }\n";
    return WeighedDegrees.mistakes(tinyBut("linking:\n", "linking:\n" + matching.formatted(file)));
  }
}
