package aftermath.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import aftermath.matching.BlockingRule;
import aftermath.matching.Values;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class BlockingKeysTest {
  private static final long ALL_RULES = 0b1111111;

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
    assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), rules(ALL_RULES, null, "a", "b", "c"));
    assertEquals(List.of(1, 5), rules(0b0100010, null, "a", "b", "c"));
  }

  @Test
  void anAbsentValueHasNoKey() {
    assertEquals(List.of(0, 2, 4), rules(ALL_RULES, null, "a", null, "c"));
  }

  @Test
  void combinationsAreForValuesThatAreTooCommonAlone() {
    assertEquals(List.of(0, 1, 2), rules(ALL_RULES, keysOf(0), "a", "b", "c"));
    assertEquals(List.of(2, 3), rules(ALL_RULES, keysOf(0b011), "a", "b", "c"));
    assertEquals(List.of(3, 4, 5, 6), rules(ALL_RULES, keysOf(0b111), "a", "b", "c"));
  }

  @Test
  void aCrowdedKeyIsLeftOutAndChangesNothingElse() {
    long[] crowded = {keys(RULES, 1, null, "a", "b", "c")[0]};

    assertEquals(List.of(1, 2), rules(keys(RULES, ALL_RULES, keysOf(0), crowded, "a", "b", "c")));
  }

  /** The keys of those of a, b and c that are too common. */
  private static long[] keysOf(long singles) {
    return keys(RULES, singles, null, "a", "b", "c");
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
        keys(rough, 0b10, null, "OSCAR", "BERRY"), keys(rough, 0b10, null, "OSACR", "BERY"));
    assertEquals(0, keys(rough, 0b10, null, "AO", "BERRY").length);
    assertEquals(2, keys(rough, 0b11, null, "OSCAR", "BERRY").length);
  }

  private static long key(String one, String other) {
    return keys(0b0001000, null, one, other, null)[0];
  }

  private static List<Integer> rules(long wanted, long[] common, String... values) {
    return rules(keys(RULES, wanted, common, values));
  }

  private static List<Integer> rules(long[] keys) {
    return Arrays.stream(keys).mapToObj(BlockingKeys::rule).toList();
  }

  private static long[] keys(long wanted, long[] common, String... values) {
    return keys(RULES, wanted, common, values);
  }

  private static long[] keys(UTF8String rules, long wanted, long[] common, String... values) {
    return keys(rules, wanted, common, null, values);
  }

  private static long[] keys(
      UTF8String rules, long wanted, long[] common, long[] crowded, String... values) {
    return BlockingKeys.invoke(
            Values.packed(Arrays.asList(values)), wanted, array(common), array(crowded), rules)
        .toLongArray();
  }

  private static ArrayData array(long[] keys) {
    return keys == null ? null : UnsafeArrayData.fromPrimitiveArray(keys);
  }
}
