package aftermath.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.incident.DisclosurePolicy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyWordsTest {
  @Test
  void onlyMarksThatOccurAreExplained() {
    assertEquals(List.of("A", "C"), explained(Set.of("F", "C", "A")));
    assertEquals(List.of(), explained(Set.of("F")));
  }

  private static List<String> explained(Set<String> marks) {
    return PolicyWords.of(DisclosurePolicy.USUAL, marks).stream()
        .filter(sentence -> sentence.matches("[A-Z] marks .*"))
        .map(sentence -> sentence.substring(0, 1))
        .toList();
  }
}
