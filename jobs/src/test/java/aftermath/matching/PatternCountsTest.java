package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PatternCountsTest {

  @Property(tries = 100)
  void everyPairIsCountedUnderItsRulesAndPattern(
      @ForAll @Size(max = 5_000) List<@IntRange(max = 4_000) Integer> pairs) {
    var counts = new PatternCounts();
    Map<List<Long>, Long> expected = new HashMap<>();
    for (int pair : pairs) {
      long rules = pair % 7;
      long pattern = pair / 7;
      counts.add(rules, new Finding(pattern, 1.5, .5));
      expected.merge(List.of(rules, pattern), 1L, Long::sum);
    }

    Map<List<Long>, Long> counted = new HashMap<>();
    counts.forEach(
        (rules, pattern, count, rarity, ownRarity) -> {
          counted.put(List.of(rules, pattern), count);
          assertEquals(1.5 * count, rarity);
          assertEquals(.5 * count, ownRarity);
        });

    assertEquals(expected, counted);
  }
}
