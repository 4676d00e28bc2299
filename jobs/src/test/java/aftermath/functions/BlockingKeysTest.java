package aftermath.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import aftermath.matching.BlockingRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class BlockingKeysTest {
  private static final long ALL_RULES = 0b1111111;
  private static final long AS_THEY_ARE = -1;

  /** Three values alone, three twos, all three. */
  private static final UTF8String RULES =
      UTF8String.fromString(
          BlockingKeys.written(
              Stream.of(
                      List.of(0),
                      List.of(1),
                      List.of(2),
                      List.of(0, 1),
                      List.of(0, 2),
                      List.of(1, 2),
                      List.of(0, 1, 2))
                  .map(BlockingRule::new)
                  .toList()));

  @Test
  void everyWantedRuleHasAKey() {
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), rules(ALL_RULES, AS_THEY_ARE, "a", "b", "c"));
    assertEquals(List.of(1, 5), rules(0b0100010, AS_THEY_ARE, "a", "b", "c"));
  }

  @Test
  void anAbsentValueHasNoKey() {
    assertEquals(List.of(0, 2, 4), rules(ALL_RULES, AS_THEY_ARE, "a", null, "c"));
  }

  @Test
  void combinationsAreForValuesThatAreTooCommonAlone() {
    assertEquals(List.of(0, 1, 2), rules(ALL_RULES, 0, "a", "b", "c"));
    assertEquals(List.of(2, 3), rules(ALL_RULES, 0b011, "a", "b", "c"));
    assertEquals(List.of(3, 4, 5, 6), rules(ALL_RULES, 0b111, "a", "b", "c"));
  }

  @Test
  void theSameValuesHaveTheSameKeyAndOthersHaveNot() {
    assertEquals(key("a", "b"), key("a", "b"));
    assertNotEquals(key("a", "b"), key("b", "a"));
    assertNotEquals(key("a", "b"), key("a", "c"));
  }

  @Test
  void aRoughRuleForgivesSlipsAndAsksForEnough() {
    var rough =
        UTF8String.fromString(
            BlockingKeys.written(
                List.of(new BlockingRule(List.of(0)), new BlockingRule(List.of(0, 1), true))));

    assertArrayEquals(
        keys(rough, 0b10, 0, "OSCAR", "BERRY"), keys(rough, 0b10, 0, "OSACR", "BERY"));
    assertEquals(0, keys(rough, 0b10, 0, "AO", "BERRY").length);
    assertEquals(2, keys(rough, 0b11, 0, "OSCAR", "BERRY").length);
  }

  private static long key(String one, String other) {
    return keys(0b0001000, AS_THEY_ARE, one, other, null)[0];
  }

  private static List<Integer> rules(long wanted, long common, String... values) {
    return Arrays.stream(keys(wanted, common, values)).mapToObj(BlockingKeys::rule).toList();
  }

  private static long[] keys(long wanted, long common, String... values) {
    return keys(RULES, wanted, common, values);
  }

  private static long[] keys(UTF8String rules, long wanted, long common, String... values) {
    Object[] texts = Stream.of(values).map(UTF8String::fromString).toArray();
    return BlockingKeys.invoke(new GenericArrayData(texts), wanted, common, rules).toLongArray();
  }
}
