package aftermath.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoughFormTest {

  @ParameterizedTest
  @CsvSource({
    "OSCAR, OSACR",
    "PAUL, PALU",
    "WINNIE, WININE",
    "MEYER, MAYER",
    "HẠNH, HẠHN",
    "SANJAY, SNAJAY",
    "ford.jack86507@example.net, ofrd.jack86507@example.org"
  })
  void aSlipDoesNotChangeIt(String one, String other) {
    assertEquals(RoughForm.of(one), RoughForm.of(other));
  }

  @ParameterizedTest
  @CsvSource({"OSCAR, CARLA", "a12@example.org, a21@example.org", "SMITH, SMYTHE-JONES"})
  void otherValuesHaveAnother(String one, String other) {
    assertNotEquals(RoughForm.of(one), RoughForm.of(other));
  }

  @Test
  void whatSaysTooLittleHasNone() {
    assertNull(RoughForm.of("AO"));
    assertNull(RoughForm.of("LEE"));
    assertNull(RoughForm.of("@example.org"));
  }
}
