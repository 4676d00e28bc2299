package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.matching.MatchWeights.Shares;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {
  private static final Comparisons COMPARISONS =
      new Comparisons(
          List.of(
              new Comparison("given_name", Likeness.NAME, null, false),
              new Comparison("family_name", Likeness.NAME, null, true)));
  private static final MatchWeights WEIGHTS =
      MatchWeights.of(
          COMPARISONS,
          List.of(
              new Shares("given_name", Agreement.EXACT, .8, .01, .01),
              new Shares("given_name", Agreement.DIFFERENT, .2, .99, .99),
              new Shares("family_name", Agreement.EXACT, .9, .85, .005),
              new Shares("family_name", Agreement.DIFFERENT, .1, .15, .995)));
  private static final Priors PRIORS = new Priors(-10, 2);
  private static final double[] RARITIES = {7, 9};

  @Test
  void theStepsAddUpToWhatTheWeightsSay() {
    long pattern = Pattern.with(Pattern.exactOn(0), 1, Agreement.EXACT);
    Waterfall waterfall = follow(pattern);

    assertEquals(-10 + WEIGHTS.evidence(pattern, 16), waterfall.overStrangers(), 1e-9);
    assertEquals(2 + WEIGHTS.evidenceInHousehold(pattern, 7), waterfall.overHouseholds(), 1e-9);
    assertTrue(waterfall.weight() < waterfall.overStrangers());
  }

  @Test
  void twoOfAHouseholdAreNoMatchHoweverRareTheirFamilyName() {
    long pattern = Pattern.with(Pattern.exactOn(1), 0, Agreement.DIFFERENT);

    assertTrue(follow(pattern).weight() < 0);
  }

  @Test
  void anAbsentValueSaysNothing() {
    Waterfall waterfall = follow(Pattern.exactOn(1));

    assertEquals(Agreement.ABSENT, waterfall.steps().get(0).agreement());
    assertEquals(0, waterfall.steps().get(0).bits());
  }

  private static Waterfall follow(long pattern) {
    return Waterfall.of(COMPARISONS, WEIGHTS, PRIORS, pattern, RARITIES);
  }
}
