package aftermath.disclosure.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.disclosure.Interval;
import aftermath.disclosure.release.Rules.Verdict;
import aftermath.incident.DisclosurePolicy;
import aftermath.incident.DisclosurePolicy.Dominance;
import aftermath.incident.DisclosurePolicy.Method;
import aftermath.incident.ReleaseTable.Measure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  private static final Sensitivity USUAL = new Sensitivity(DisclosurePolicy.USUAL, Marks.apart());

  private static final CellKey CELL =
      CellKey.all(Measure.PEOPLE).and(new Part("region", "NSW")).exposing("email");
  private static final CellKey RECORDS = CELL.counting(Measure.RECORDS);

  @Test
  void nineAreSensitiveAndTenAreNot() {
    assertTrue(count(9).isLeftOut());
    assertFalse(count(10).isLeftOut());
    assertEquals("A", count(9).status());
    assertEquals("D", count(10).status());
  }

  @Test
  void aZeroIsSensitiveIfThePolicySaysSo() {
    assertFalse(count(0).isLeftOut());
    var strict = new Sensitivity(policy(true, Optional.empty(), Optional.empty()), Marks.apart());
    assertTrue(strict.ofCount(CELL, Sum.NONE).isLeftOut());
    assertEquals(new Interval(0, 9), strict.ofCount(CELL, Sum.ofPeople(4)).known());
  }

  @Test
  void itsMarkTellsThatASmallCountIsFromOneToNine() {
    assertEquals(new Interval(1, 9), count(4).known());
    assertEquals(10, count(4000).known().low());
    var alike = new Sensitivity(DisclosurePolicy.USUAL, Marks.alike());
    assertEquals(
        alike.ofCount(CELL, Sum.ofPeople(4)).known(),
        alike.ofCount(CELL, Sum.ofPeople(4000)).known());
  }

  @Test
  void whereZerosAreShownWhatIsLeftOutIsNone() {
    var alike = new Sensitivity(DisclosurePolicy.USUAL, Marks.alike());
    assertEquals(1, alike.ofCount(CELL, Sum.ofPeople(4)).known().low());
    assertLevels(0, 3, alike.ofCount(CELL, Sum.ofPeople(1)));
  }

  @Test
  void thatAPartIsListedTellsThatSomebodyIsInIt() {
    var alike = new Sensitivity(policy(true, Optional.empty(), Optional.empty()), Marks.alike());
    CellKey region = CellKey.all(Measure.PEOPLE).and(new Part("region", "NSW"));
    assertEquals(1, alike.ofCount(region, Sum.ofPeople(4)).known().low());
    assertEquals(0, alike.ofCount(CELL, Sum.ofPeople(4)).known().low());
  }

  @Test
  void noMoreProtectionIsAskedThanTheMarkLeavesRoomFor() {
    assertLevels(3, 3, count(5));
    assertLevels(0, 3, count(1));
    assertLevels(3, 0, count(9));
    assertLevels(2, 3, USUAL.derived(Sum.ofPeople(2)));
  }

  @Test
  void aSumOfFewPeopleIsSensitiveHoweverGreatItIs() {
    assertEquals("A", USUAL.ofMagnitude(RECORDS, new Sum(500, 9, 100, 90)).status());
    assertFalse(USUAL.ofMagnitude(RECORDS, new Sum(500, 10, 499, 1)).isLeftOut());
  }

  @Test
  void dominanceOfTheTwoGreatest() {
    // 60 + 30 of 100 are more than 85 %; at 105.9 they would be just that.
    var rules = rules(Optional.of(new Dominance(2, 0.85)), Optional.empty());
    Verdict verdict = rules.ofMagnitude(RECORDS, new Sum(100, 12, 60, 30));
    assertEquals("T", verdict.status());
    assertEquals(90 / 0.85 - 100, verdict.upper(), 1e-9);
    assertFalse(rules.ofMagnitude(RECORDS, new Sum(107, 12, 60, 30)).isLeftOut());
  }

  @Test
  void dominanceOfTheGreatest() {
    var rules = rules(Optional.of(new Dominance(1, 0.5)), Optional.empty());
    assertEquals("O", rules.ofMagnitude(RECORDS, new Sum(100, 12, 60, 30)).status());
    assertFalse(rules.ofMagnitude(RECORDS, new Sum(120, 12, 60, 30)).isLeftOut());
  }

  @Test
  void theSecondGreatestMustNotKnowTheGreatestTooClosely() {
    // The others have 5; a tenth of 60 is 6, so one more is asked for.
    var rules = rules(Optional.empty(), Optional.of(0.1));
    Verdict verdict = rules.ofMagnitude(RECORDS, new Sum(95, 12, 60, 30));
    assertEquals("M", verdict.status());
    assertEquals(1, verdict.upper(), 1e-9);
    assertFalse(rules.ofMagnitude(RECORDS, new Sum(96, 12, 60, 30)).isLeftOut());
  }

  private static Verdict count(long people) {
    return USUAL.ofCount(CELL, Sum.ofPeople(people));
  }

  private static void assertLevels(double lower, double upper, Verdict verdict) {
    assertEquals(lower, verdict.lower());
    assertEquals(upper, verdict.upper());
  }

  private static Sensitivity rules(Optional<Dominance> dominance, Optional<Double> priorPosterior) {
    return new Sensitivity(policy(false, dominance, priorPosterior), Marks.apart());
  }

  private static DisclosurePolicy policy(
      boolean zeros, Optional<Dominance> dominance, Optional<Double> priorPosterior) {
    return new DisclosurePolicy(10, zeros, Method.SUPPRESSION, 3, dominance, priorPosterior, 20);
  }
}
