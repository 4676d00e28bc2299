package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ValuesTest {

  @Property
  void whatIsPackedComesOutAgain(@ForAll("rows") List<String> row) {
    Values values = values(row.toArray(String[]::new));

    List<String> texts = IntStream.range(0, values.count()).mapToObj(values::text).toList();
    assertEquals(row, texts);
  }

  @Provide
  Arbitrary<List<String>> rows() {
    return Arbitraries.strings()
        .ofMaxLength(40)
        .withChars("ABCÄÖŁ漢 @.")
        .injectNull(.3)
        .list()
        .ofMaxSize(21);
  }

  @Test
  void valuesAreTheSameToTheLetterOrNotAtAll() {
    Values one = values("KIM", null, "");
    Values other = values("KIM", null, "KIM ");

    assertTrue(one.isSame(0, other, 0));
    assertFalse(one.isSame(1, other, 1), "absent is no value");
    assertFalse(one.isSame(2, other, 2));
    assertFalse(one.isSame(0, other, 2));
    assertTrue(one.isSame(2, values(""), 0), "empty is one");
  }

  @Test
  void longValuesAreTheSameOnlyIfTheyAreToTheirEnds() {
    String beginning = "A".repeat(5_000);

    assertTrue(values(beginning + "1").isSame(0, values(beginning + "1"), 0));
    assertFalse(values(beginning + "1").isSame(0, values(beginning + "2"), 0));
    assertTrue(beginning.startsWith(values(beginning).text(0)));
  }

  @Test
  void aLookKeepsRulesRaritiesAndValues() {
    byte[] values = Values.packed(List.of("KIM", "LEE"));
    float[] bits = {7.25f, 0};

    Look look = Look.of(Look.packed(1L << 61 | 5, bits, values), 2);

    assertEquals(1L << 61 | 5, look.rules());
    assertEquals(7.25f, look.bits(0));
    assertEquals("LEE", look.values().text(1));
    assertArrayEquals(values, Values.packed(List.of("KIM", "LEE")));
  }

  private static Values values(String... texts) {
    return Values.of(Values.packed(Arrays.asList(texts)));
  }
}
