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
  private static final int ATTRIBUTES = 4;
  private static final double M = .9;
  private static final double U = .02;

  private static final Comparisons COMPARISONS =
      new Comparisons(
          List.of(
              new Comparison("a", Likeness.SAME_OR_NOT, null),
              new Comparison("b", Likeness.SAME_OR_NOT, null),
              new Comparison("c", Likeness.SAME_OR_NOT, null),
              new Comparison("d", Likeness.SAME_OR_NOT, null)));
  private static final List<BlockingRule> RULES =
      List.of(new BlockingRule(List.of(0)), new BlockingRule(List.of(1)));

  @Test
  void whatPairsAreMadeWithIsLearntBack() {
    MatchWeights weights = Training.weights(COMPARISONS, RULES, evidence(20_000, 400_000));

    for (int at = 0; at < ATTRIBUTES; at++) {
      assertEquals(M, weights.matching(at, EXACT), .01);
      assertEquals(U, weights.chance(at, EXACT), .002);
    }
  }

  @Test
  void withoutEvidenceTheUsualSharesStand() {
    MatchWeights weights = Training.weights(COMPARISONS, RULES, new Evidence(List.of(), List.of()));

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
  void thePriorIsTheShareOfMatchesAmongAllPairs() {
    Evidence evidence = evidence(20_000, 400_000);
    MatchWeights weights = Training.weights(COMPARISONS, RULES, evidence);
    double allPairs = 420_000;

    double prior = Training.prior(weights, evidence.candidates(), allPairs);

    // Of the matches, those are candidates that agree on one of the first two attributes.
    double matches = 20_000 * (1 - (1 - M) * (1 - M));
    assertEquals(MatchWeights.log2(matches / (allPairs - matches)), prior, .1);
  }

  @Test
  void theOrderOfTheEvidenceChangesNothing() {
    Evidence evidence = evidence(2_000, 40_000);
    var shuffled = new ArrayList<>(evidence.candidates());
    Collections.shuffle(shuffled, new Random(1));

    MatchWeights one = Training.weights(COMPARISONS, RULES, evidence);
    MatchWeights other =
        Training.weights(COMPARISONS, RULES, new Evidence(shuffled, evidence.random()));

    for (int at = 0; at < ATTRIBUTES; at++) {
      assertEquals(one.weight(at, EXACT), other.weight(at, EXACT));
    }
  }

  /** Pairs as the model says they come about: attributes agree independently of each other. */
  private static Evidence evidence(long matches, long others) {
    var candidates = new ArrayList<Kind>();
    var random = new ArrayList<Kind>();
    for (int agreeing = 0; agreeing < 1 << ATTRIBUTES; agreeing++) {
      long pattern = 0;
      double share = 1;
      double chance = 1;
      double rarity = 0;
      for (int at = 0; at < ATTRIBUTES; at++) {
        boolean agrees = (agreeing & 1 << at) != 0;
        pattern = Pattern.with(pattern, at, agrees ? EXACT : DIFFERENT);
        share *= agrees ? M : 1 - M;
        chance *= agrees ? U : 1 - U;
        rarity += agrees ? -MatchWeights.log2(U) : 0;
      }
      long rules = agreeing & 3;
      random.add(new Kind(0, pattern, Math.round(1e6 * chance), 0));
      if (rules != 0) {
        long pairs = Math.round(matches * share + others * chance);
        candidates.add(new Kind(rules, pattern, pairs, rarity));
      }
    }
    return new Evidence(candidates, random);
  }
}
