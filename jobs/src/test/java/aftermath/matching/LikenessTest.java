package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LikenessTest {

  @ParameterizedTest(name = "{0}: {1} and {2} are {3}")
  @CsvSource({
    "NAME, CATHERINE, CATHARINE, CLOSE",
    "NAME, SMITH, SMIHT, CLOSE",
    "NAME, ROB, ROBERT, NEAR",
    "NAME, J, JAMES, NEAR",
    "NAME, JONES, JOHNSON, FAR",
    "NAME, MARIA, MARTIN, NEAR",
    "NAME, PEGGY, MARGARET, NEAR",
    "NAME, BILL, WILLY, NEAR",
    "NAME, BETH, ELIZABETH ANN, NEAR",
    "NAME, CRISTINA, MARIA CRISTINA FLORENCIA, NEAR",
    "NAME, ANNA, PETER, DIFFERENT",
    "TEXT, 12 HIGH ST, 12 HIGH STREET, CLOSE",
    "TEXT, LONDON, LONON, CLOSE",
    "TEXT, PORTSMOUTH, POOTSMRUTH, CLOSE",
    "TEXT, LONDON, LEEDS, DIFFERENT",
    "IDENTIFIER, 1234567, 1234576, CLOSE",
    "IDENTIFIER, 1234567, 1243576, NEAR",
    "IDENTIFIER, 1234567, 7654321, DIFFERENT",
    "DATE, 19710624, 19710524, CLOSE",
    "DATE, 19710605, 19710506, NEAR",
    "DATE, 19710624, 19891106, DIFFERENT",
    "DATE, 19710624, 19710611, NEAR",
    "DATE, 19710624, 19711215, FAR",
    "EMAIL, ann.lee@one.example, ann.lee@two.example, CLOSE",
    "EMAIL, ann.lee@one.example, ann.leee@one.example, CLOSE",
    "EMAIL, ann.lee@one.example, ann.leeex@one.example, NEAR",
    "EMAIL, ann.lee12@one.example, ann.lee98@two.example, DIFFERENT",
    "EMAIL, ann.lee@one.example, bob@two.example, DIFFERENT",
    "CODE, SILVER, SLIVER, CLOSE",
    "CODE, NSW, NSV, DIFFERENT",
    "CODE, NSW, VIC, DIFFERENT",
    "SAME_OR_NOT, 10, 11, DIFFERENT"
  })
  void differentValuesAgreeByDegrees(
      Likeness likeness, String one, String other, Agreement expected) {
    assertEquals(expected, likeness.ofDifferent(one.toCharArray(), other.toCharArray()));
    assertEquals(expected, likeness.ofDifferent(other.toCharArray(), one.toCharArray()));
  }

  @ParameterizedTest
  @EnumSource
  void theUsualSharesAddUpToOne(Likeness likeness) {
    double shares = likeness.agreements().stream().mapToDouble(likeness::usualShare).sum();
    double swapped = likeness.usualShare(Agreement.SWAPPED);

    assertEquals(1, shares - swapped, 1e-9);
  }

  @Test
  void invalidDatesAreComparedAsTheyStand() {
    assertEquals(
        Agreement.FAR, Likeness.DATE.ofDifferent("1971".toCharArray(), "19".toCharArray()));
  }
}
