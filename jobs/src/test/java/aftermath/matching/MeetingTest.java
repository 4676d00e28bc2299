package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MeetingTest {
  private static final List<BlockingRule> RULES =
      List.of(
          new BlockingRule(List.of(0)),
          new BlockingRule(List.of(1)),
          new BlockingRule(List.of(0, 1), true),
          new BlockingRule(List.of(1, 2)));
  private static final Meeting MEETING = new Meeting(RULES);

  @Test
  void aPairMeetsUnderTheRulesThatBothAreLookedUpUnderAndAgreeOn() {
    Look one = look(0b1111, "OSCAR", "BERRY", "VIC");
    Look other = look(0b1101, "OSACR", "BERRY", "VIC");

    assertEquals(0b1100, MEETING.rules(one, other));
    assertTrue(MEETING.isFirst(2, one, other));
    assertFalse(MEETING.isFirst(3, one, other));
  }

  @Test
  void whatIsAbsentIsNoAgreement() {
    assertEquals(
        0, MEETING.rules(look(0b1111, null, null, "VIC"), look(0b1111, null, null, "VIC")));
  }

  @Property
  void aPairThatMeetsMeetsFirstUnderExactlyOneRule(
      @ForAll @IntRange(max = 15) int rules,
      @ForAll @IntRange(max = 15) int otherRules,
      @ForAll @IntRange(max = 7) int agreeing) {
    Look one = look(rules, "ANN", "LEE", "VIC");
    Look other =
        look(
            otherRules,
            (agreeing & 1) == 0 ? "BOB" : "ANN",
            (agreeing & 2) == 0 ? "ROY" : "LEE",
            (agreeing & 4) == 0 ? "NSW" : "VIC");
    long met = MEETING.rules(one, other);

    long first =
        IntStream.range(0, RULES.size())
            .filter(rule -> (met & 1L << rule) != 0)
            .filter(rule -> MEETING.isFirst(rule, one, other))
            .count();

    assertEquals(met == 0 ? 0 : 1, first);
  }

  private static Look look(long rules, String... values) {
    return Look.of(
        Look.packed(rules, new float[values.length], Values.packed(Arrays.asList(values))),
        values.length);
  }
}
