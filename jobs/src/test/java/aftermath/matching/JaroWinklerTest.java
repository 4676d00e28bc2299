package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;

class JaroWinklerTest {
  private static final JaroWinklerSimilarity LIBRARY = new JaroWinklerSimilarity();

  /** Where the library raises a similarity for a common beginning: from 0.7 on. */
  private static final double RAISED_FROM = .7;

  @Test
  void theExamplesOfTheLiteratureComeOut() {
    assertEquals(.961, similarity("MARTHA", "MARHTA"), .0005);
    assertEquals(.840, similarity("DWAYNE", "DUANE"), .0005);
    assertEquals(.813, similarity("DIXON", "DICKSONX"), .0005);
    assertEquals(0, similarity("ABC", "XYZ"));
    assertEquals(1, similarity("ANNA", "ANNA"));
  }

  @Property(tries = 3000)
  void itAgreesWithCommonsTextWherePeopleAreAlike(
      @ForAll @CharRange(from = 'A', to = 'F') @StringLength(min = 1, max = 12) String one,
      @ForAll @CharRange(from = 'A', to = 'F') @StringLength(min = 1, max = 12) String other) {
    boolean isShorter = one.length() <= other.length();
    double library = LIBRARY.apply(one, other);
    if (library >= RAISED_FROM && library < 1) {
      double ours = isShorter ? similarity(one, other) : similarity(other, one);
      assertEquals(library, ours, 1e-9);
    }
  }

  @Property(tries = 3000)
  void theBoundIsNeverExceeded(
      @ForAll @CharRange(from = 'A', to = 'H') @StringLength(min = 1, max = 70) String one,
      @ForAll @CharRange(from = 'A', to = 'H') @StringLength(min = 1, max = 70) String other) {
    double most = JaroWinkler.most(one.toCharArray(), other.toCharArray());

    assertTrue(similarity(one, other) <= most + 1e-12);
  }

  @Test
  void longTextsAreComparedByTheirBeginning() {
    assertEquals(1, similarity("A".repeat(64) + "B", "A".repeat(64) + "C"));
  }

  private static double similarity(String one, String other) {
    return JaroWinkler.similarity(one.toCharArray(), other.toCharArray());
  }
}
