package aftermath.matching;

import static aftermath.matching.Agreement.DIFFERENT;
import static aftermath.matching.Agreement.EXACT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.matching.Evidence.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingTest {
  private static final Comparisons COMPARISONS = MadePairs.comparisons(false);
  private static final List<BlockingRule> RULES =
      List.of(new BlockingRule(List.of(0)), new BlockingRule(List.of(1)));

  @Test
  void whatPairsAreMadeWithIsLearntBack() {
    MatchWeights weights = Training.weights(COMPARISONS, RULES, evidence(20_000, 400_000));

    for (int at = 0; at < MadePairs.ATTRIBUTES; at++) {
      assertEquals(MadePairs.M, weights.matching(at, EXACT), .01);
      assertEquals(MadePairs.U, weights.chance(at, EXACT), .002);
    }
  }

  @Test
  void withoutEvidenceTheUsualSharesStand() {
    MatchWeights weights =
        Training.weights(COMPARISONS, RULES, new Evidence(List.of(), List.of(), List.of()));

    assertEquals(.9, weights.matching(0, EXACT), 1e-9);
    assertEquals(.5, weights.chance(0, EXACT), 1e-9);
  }

  @Test
  void agreementSpeaksForOnePersonAndDisagreementAgainst() {
    MatchWeights weights = Training.weights(COMPARISONS, RULES, evidence(2_000, 40_000));

    assertTrue(weights.weight(2, EXACT) > 4);
    assertTrue(weights.weight(2, DIFFERENT) < -2);
    assertEquals(0, weights.weight(2, Agreement.ABSENT));
  }

  @Test
  void theOrderOfTheEvidenceChangesNothing() {
    Evidence evidence = evidence(2_000, 40_000);
    var shuffled = new ArrayList<>(evidence.candidates());
    Collections.shuffle(shuffled, new Random(1));

    MatchWeights one = Training.weights(COMPARISONS, RULES, evidence);
    MatchWeights other =
        Training.weights(COMPARISONS, RULES, new Evidence(shuffled, evidence.random(), List.of()));

    for (int at = 0; at < MadePairs.ATTRIBUTES; at++) {
      assertEquals(one.weight(at, EXACT), other.weight(at, EXACT));
    }
  }

  @Test
  void decidedPairsTeachWhatTheirRuleLeftFree() {
    long pattern = Pattern.with(Pattern.with(0, 0, EXACT), 1, DIFFERENT);
    var decided = List.of(new Kind(1, pattern, 1_000_000, 0, 0));

    MatchWeights weights =
        Training.weights(COMPARISONS, RULES, new Evidence(List.of(), List.of(), decided));

    assertEquals(.9, weights.matching(0, EXACT), 1e-9, "the rule asked for it");
    assertEquals(0, weights.matching(1, EXACT), .02, "the examples differ");
  }

  @Test
  void twoOfAHouseholdAreNotTakenForOnePerson() {
    MadePairs pairs = MadePairs.of(20_000, 60_000, 400_000);

    MatchWeights apart = Training.weights(MadePairs.comparisons(true), RULES, pairs.evidence());
    MatchWeights together = Training.weights(MadePairs.comparisons(false), RULES, pairs.evidence());

    assertEquals(MadePairs.M, apart.matching(3, EXACT), .02);
    assertEquals(MadePairs.H, apart.household(0, EXACT), .05);
    assertEquals(apart.chance(3, EXACT), apart.household(3, EXACT));
    assertTrue(together.matching(3, EXACT) < .6, "without the class they spoil what is learnt");
  }

  private static Evidence evidence(long matches, long others) {
    return MadePairs.of(matches, 0, others).evidence();
  }
}
