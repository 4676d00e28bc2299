package aftermath.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedListTest {
  @Test
  void fewNamesAreOneLine() {
    assertEquals("Under: email; phone.\n", WrappedList.of("Under:", List.of("email", "phone")));
  }

  @Test
  void manyNamesAreLinesOfAHundredCharactersAndNoneIsLost() {
    String text = WrappedList.of("Under:", Collections.nCopies(45, "given_name + family_name"));

    assertEquals(45, text.split("given_name \\+ family_name", -1).length - 1);
    assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
    assertTrue(text.lines().skip(1).allMatch(line -> line.startsWith("  ")), text);
  }

  @Test
  void aNameThatIsLongerThanALineStaysWhole() {
    String name = "x".repeat(120);

    assertEquals("Under:\n  " + name + ".\n", WrappedList.of("Under:", List.of(name)));
  }
}
