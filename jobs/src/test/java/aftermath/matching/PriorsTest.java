package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PriorsTest {
  private static final List<BlockingRule> RULES =
      List.of(new BlockingRule(List.of(0)), new BlockingRule(List.of(1)));

  @Test
  void thePriorIsTheShareOfMatchesAmongAllPairs() {
    MadePairs pairs = MadePairs.of(20_000, 0, 400_000);

    Priors priors = priors(pairs, 420_000, false);

    double odds = pairs.matches() / (420_000 - pairs.matches());
    assertEquals(MatchWeights.log2(odds), priors.overStrangers(), .1);
    assertEquals(Double.POSITIVE_INFINITY, priors.overHouseholds());
  }

  @Test
  void matchesAndHouseholdsAreCountedApart() {
    MadePairs pairs = MadePairs.of(20_000, 60_000, 400_000);

    Priors priors = priors(pairs, 480_000, true);

    double odds = pairs.matches() / pairs.households();
    assertEquals(MatchWeights.log2(odds), priors.overHouseholds(), .2);
  }

  @Test
  void aFileWithoutPairsHasPriorsAllTheSame() {
    var nothing = new Evidence(List.of(), List.of(), List.of());
    MatchWeights weights = Training.weights(MadePairs.comparisons(true), RULES, nothing);

    Priors priors = Priors.of(weights, List.of(), 0, true);

    assertEquals(0, priors.overStrangers());
  }

  @Test
  void theOddsAgainstTwoThingsAreThoseAgainstEither() {
    assertEquals(-1, Priors.weight(0, 0));
    assertEquals(3, Priors.weight(3, Double.POSITIVE_INFINITY));
    assertEquals(-50, Priors.weight(1000, -50), 1e-9);
  }

  private static Priors priors(MadePairs pairs, double allPairs, boolean haveHouseholds) {
    MatchWeights weights =
        Training.weights(MadePairs.comparisons(haveHouseholds), RULES, pairs.evidence());
    return Priors.of(weights, pairs.evidence().candidates(), allPairs, haveHouseholds);
  }
}
