package aftermath.matching;

import static aftermath.matching.Agreement.ABSENT;
import static aftermath.matching.Agreement.CLOSE;
import static aftermath.matching.Agreement.DIFFERENT;
import static aftermath.matching.Agreement.EXACT;
import static aftermath.matching.Agreement.SWAPPED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
  private static final Comparisons BOTH_NAMES =
      new Comparisons(
          List.of(
              new Comparison("given_name", Likeness.NAME, null, false),
              new Comparison("family_name", Likeness.NAME, "given_name", false),
              new Comparison("state", Likeness.CODE, null, false)));

  @Test
  void everyAttributeHasItsDegree() {
    assertEquals(List.of(EXACT, CLOSE, DIFFERENT), degrees("ANN LEEE NSW", "ANN LEE VIC"));
  }

  @Test
  void anAbsentValueIsNoEvidence() {
    assertEquals(List.of(ABSENT, EXACT, ABSENT), degrees("ANN LEE -", "- LEE VIC"));
  }

  @Test
  void exchangedNamesAreToldOnce() {
    assertEquals(List.of(ABSENT, SWAPPED, EXACT), degrees("ANN LEE NSW", "LEE ANN NSW"));
  }

  @Test
  void namesThatAreTheSameTwiceAreNotExchanged() {
    assertEquals(List.of(EXACT, EXACT, EXACT), degrees("LEE LEE NSW", "LEE LEE NSW"));
  }

  @Test
  void moreComparisonsThanAPatternHoldsAreRefused() {
    List<Comparison> tooMany =
        Collections.nCopies(
            Pattern.MOST_COMPARISONS + 1, new Comparison("a", Likeness.CODE, null, false));

    assertThrows(IllegalArgumentException.class, () -> new Comparisons(tooMany));
  }

  private static List<Agreement> degrees(String one, String other) {
    long pattern = BOTH_NAMES.pattern(values(one), values(other));
    return IntStream.range(0, BOTH_NAMES.count())
        .mapToObj(at -> Pattern.agreement(pattern, at))
        .toList();
  }

  private static Values values(String words) {
    return Values.of(
        Values.packed(
            Stream.of(words.split(" ")).map(word -> word.equals("-") ? null : word).toList()));
  }
}
