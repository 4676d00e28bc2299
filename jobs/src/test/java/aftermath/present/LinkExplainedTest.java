package aftermath.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.LinkRule;
import aftermath.matching.Agreement;
import aftermath.matching.Priors;
import aftermath.matching.Waterfall;
import aftermath.matching.Waterfall.Step;
import aftermath.present.LinkExplained.ByRules;
import aftermath.present.LinkExplained.Evidence;
import aftermath.present.LinkExplained.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkExplainedTest {
  private static final Side ONE = new Side("CS-1", 7, "matched", null);
  private static final Side OTHER = new Side("CS-2", 7, "linked", "member number");
  private static final Side SOMEBODY_ELSE = new Side("CS-3", 8, "matched", "clerk");
  private static final Side UNKNOWN = new Side("CS-4", 9, "unlinked", null);
  private static final Waterfall WATERFALL =
      new Waterfall(
          new Priors(-12, Double.POSITIVE_INFINITY),
          List.of(
              new Step("given_name", Agreement.CLOSE, 4, 0),
              new Step("email", Agreement.EXACT, 19.5, 0),
              new Step("phone", Agreement.ABSENT, 0, 0)),
          false);

  @Test
  void exactRulesAreExplainedByWhatTheyAskForAndWhatTheTwoHaveOfIt() {
    var asked =
        new ByRules(
            List.of("email", "phone", "given_name"),
            Arrays.asList("ann@one.example", null, "ANN"),
            Arrays.asList("ann@one.example", "+61400000001", "BEN"),
            List.of(
                new LinkRule("same address", List.of("email")),
                new LinkRule("name and phone", List.of("given_name", "phone"))));

    String text = LinkExplained.byRules(ONE, OTHER, asked);

    assertTrue(text.contains("The rule “same address” holds"), text);
    assertTrue(text.contains("The rule “name and phone” does not: given_name and phone."), text);
    assertTrue(text.lines().anyMatch(line -> line.matches("email .* same")), text);
    assertTrue(text.lines().anyMatch(line -> line.matches("phone +– .* absent")), text);
    assertTrue(text.lines().anyMatch(line -> line.matches("given_name .* different")), text);
    assertFalse(text.contains("ann@one.example"));
    assertFalse(text.contains("BEN"));
  }

  @Test
  void everyStepStandsWithItsSumAndTheVerdictFirst() {
    String text = explained();

    assertTrue(text.startsWith("They are taken for one person."));
    assertTrue(text.contains("+19.50   +11.50"));
    assertTrue(text.contains("Match weight +11.50 bits: a probability of 0.9997"));
    assertTrue(text.contains("They meet under: email."));
    assertTrue(text.contains("The second: linked by the rule “member number”."));
  }

  @Test
  void noValueIsShown() {
    String text = explained();

    for (String value : List.of("CATHERINE", "CATHARINE", "cm@one.example", "0412")) {
      assertFalse(text.contains(value), value);
    }
  }

  @Test
  void whereAClerkDecidedTheWeightIsSaidNotToCount() {
    String same = explained(OTHER, Optional.of("same"));
    String different = explained(SOMEBODY_ELSE, Optional.of("different"));

    assertTrue(same.contains("A clerk decided that they are one person. The weight below"), same);
    assertTrue(different.contains("A clerk decided that they are two people. The weight below"));
    for (String text : List.of(same, different)) {
      assertTrue(text.contains("joined from 0.5000.\nThat did not count: a clerk decided."), text);
    }
  }

  @Test
  void aDecisionThatDoesNotHoldIsSaidNotToBeHonoured() {
    assertFalse(explained(OTHER, Optional.of("same")).contains("not honoured"));
    assertTrue(
        explained(OTHER, Optional.of("different"))
            .contains("A clerk decided that they are two people. That is not honoured"));
  }

  @Test
  void whereNoClerkDecidedNoneIsSpokenOf() {
    String text = explained(OTHER, Optional.empty());

    assertFalse(text.contains("clerk"), text);
    assertFalse(text.contains("did not count"), text);
  }

  @Test
  void twoThatLeadToSomebodyKnownAreSaidToLeadToTheSameOneOrToTwo() {
    assertTrue(
        explained(OTHER, Optional.empty()).endsWith("Both lead to the same known person.\n"));
    assertTrue(
        explained(SOMEBODY_ELSE, Optional.empty())
            .endsWith(
                "The second: matched by the decision of a clerk.\n"
                    + "They lead to two different known people.\n"));
    assertTrue(explained(UNKNOWN, Optional.empty()).endsWith("The second: unlinked.\n"));
  }

  @ParameterizedTest
  @CsvSource({"CATHERINE, C········", "cm@one.example, c·@···.·······", "1971-06-24, 1···-··-··"})
  void aMaskKeepsTheFirstLetterAndTheSigns(String value, String mask) {
    assertEquals(mask, Masked.of(value));
  }

  @Test
  void noValueHasNoMask() {
    assertEquals("–", Masked.of(null));
  }

  private static String explained() {
    return explained(OTHER, Optional.of("same"));
  }

  private static String explained(Side other, Optional<String> decision) {
    return LinkExplained.byProbability(
        ONE,
        other,
        new Evidence(
            Arrays.asList("CATHERINE", "cm@one.example", null),
            Arrays.asList("CATHARINE", "cm@one.example", "0412"),
            WATERFALL,
            List.of("email"),
            .5,
            decision));
  }
}
