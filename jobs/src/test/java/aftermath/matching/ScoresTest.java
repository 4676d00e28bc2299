package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.matching.MatchWeights.Shares;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ScoresTest {
  private static final Comparisons COMPARISONS =
      new Comparisons(
          List.of(
              new Comparison("given_name", Likeness.CODE, null, false),
              new Comparison("family_name", Likeness.CODE, null, true)));
  private static final MatchWeights WEIGHTS =
      MatchWeights.of(
          COMPARISONS,
          List.of(
              new Shares("given_name", Agreement.EXACT, .8, .01, .01),
              new Shares("given_name", Agreement.CLOSE, .1, .04, .04),
              new Shares("given_name", Agreement.DIFFERENT, .1, .95, .95),
              new Shares("family_name", Agreement.EXACT, .9, .85, .005),
              new Shares("family_name", Agreement.CLOSE, .05, .05, .005),
              new Shares("family_name", Agreement.DIFFERENT, .05, .1, .99)));
  private static final Priors PRIORS = new Priors(-10, 2);
  private static final Scores SCORES = new Scores(WEIGHTS, PRIORS, 2);

  @Property
  void theWeightIsWhatTheWaterfallComesTo(
      @ForAll @IntRange(max = 2) int one,
      @ForAll @IntRange(max = 2) int other,
      @ForAll @DoubleRange(max = 20) double rarity,
      @ForAll @DoubleRange(max = 20) double otherRarity) {
    Agreement[] agreements = {Agreement.EXACT, Agreement.CLOSE, Agreement.DIFFERENT};
    long pattern = Pattern.with(Pattern.with(0, 0, agreements[one]), 1, agreements[other]);
    double own = one == 0 ? rarity : 0;
    double all = own + (other == 0 ? otherRarity : 0);

    Waterfall waterfall =
        Waterfall.of(COMPARISONS, WEIGHTS, PRIORS, pattern, new double[] {rarity, otherRarity});

    assertEquals(waterfall.weight(), SCORES.weight(new Finding(pattern, all, own)), 1e-9);
  }
}
