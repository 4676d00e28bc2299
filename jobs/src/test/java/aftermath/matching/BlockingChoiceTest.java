package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.matching.BlockingChoice.Cost;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockingChoiceTest {
  private static final List<BlockingRule> RULES =
      List.of(
          new BlockingRule(List.of(0)),
          new BlockingRule(List.of(1)),
          new BlockingRule(List.of(0, 1)));

  @Test
  void aRuleThatBringsTooManyPairsIsLeftOut() {
    assertEquals(
        Set.of(0, 2),
        BlockingChoice.among(
            RULES, List.of(cost(0, 1_000, 5), cost(1, 1_000, 400), cost(2, 1_000, 1))));
  }

  @Test
  void inLargeFilesAnAttributeHelpsInAFewCombinationsOnly() {
    List<BlockingRule> many =
        List.of(
            new BlockingRule(List.of(0, 1)),
            new BlockingRule(List.of(0, 2)),
            new BlockingRule(List.of(0, 3)),
            new BlockingRule(List.of(0, 4)));

    assertEquals(
        Set.of(0, 1, 2),
        BlockingChoice.among(
            many,
            List.of(
                cost(0, 1_000_000, 1),
                cost(1, 1_000_000, 2),
                cost(2, 1_000_000, 3),
                cost(3, 1_000_000, 4))));
  }

  @Test
  void whatMostRecordsHaveHelpsFirst() {
    List<BlockingRule> many =
        List.of(
            new BlockingRule(List.of(0, 1)),
            new BlockingRule(List.of(0, 2)),
            new BlockingRule(List.of(0, 3)),
            new BlockingRule(List.of(0, 4)));

    assertEquals(
        Set.of(1, 2, 3),
        BlockingChoice.among(
            many,
            List.of(
                cost(0, 60_000, 1),
                cost(1, 1_000_000, 2),
                cost(2, 1_000_000, 3),
                cost(3, 1_000_000, 2.5))));
  }

  @Test
  void inLargeFilesADearRuleIsUsedOnlyIfThereIsNoCheaperOne() {
    List<BlockingRule> many =
        List.of(
            new BlockingRule(List.of(0, 1)),
            new BlockingRule(List.of(0, 2)),
            new BlockingRule(List.of(1, 2)),
            new BlockingRule(List.of(2, 3)));

    assertEquals(
        Set.of(0, 1),
        BlockingChoice.among(
            many,
            List.of(
                cost(0, 1_000_000, 1),
                cost(1, 1_000_000, 1),
                cost(2, 1_000_000, 12),
                cost(3, 1_000_000, 12))));
  }

  private static Cost cost(int rule, long rows, double pairsPerRow) {
    return new Cost(rule, rows, rows * pairsPerRow);
  }
}
