package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SlipsTest {

  @Test
  void aLetterTooManyTooFewOrWrongAndTwoExchangedAreOneSlipEach() {
    assertTrue(atMost(1, "MEYER", "MEYERS"));
    assertTrue(atMost(1, "MEYER", "MEYR"));
    assertTrue(atMost(1, "MEYER", "MAYER"));
    assertTrue(atMost(1, "MEYER", "MYEER"));
    assertFalse(atMost(1, "MEYER", "MAIER"));
    assertTrue(atMost(2, "MEYER", "MAIER"));
  }

  @Test
  void nothingIsNoSlipAwayFromNothing() {
    assertTrue(atMost(0, "", ""));
    assertTrue(atMost(1, "", "A"));
    assertFalse(atMost(1, "", "AB"));
  }

  @Property(tries = 5000)
  void theBoundAgreesWithTheDistance(
      @ForAll @CharRange(from = 'A', to = 'E') @StringLength(max = 7) String one,
      @ForAll @CharRange(from = 'A', to = 'E') @StringLength(max = 7) String other,
      @ForAll @IntRange(max = 3) int most) {
    assertEquals(distance(one, other) <= most, atMost(most, one, other));
  }

  private static boolean atMost(int most, String one, String other) {
    return Slips.atMost(most, one.toCharArray(), other.toCharArray());
  }

  /** The textbook's table of the optimal string alignment distance. */
  private static int distance(String one, String other) {
    int[][] table = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : least(table, one, other, i, j);
      }
    }
    return table[one.length()][other.length()];
  }

  private static int least(int[][] table, String one, String other, int i, int j) {
    boolean isSame = one.charAt(i - 1) == other.charAt(j - 1);
    int least = Math.min(table[i - 1][j], table[i][j - 1]) + 1;
    least = Math.min(least, table[i - 1][j - 1] + (isSame ? 0 : 1));
    boolean areExchanged =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return areExchanged ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }
}
