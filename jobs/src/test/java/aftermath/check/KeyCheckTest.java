package aftermath.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.functions.PseudonymKey;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyCheckTest {
  private static final String KEY = "a key that is long enough";

  @Test
  void aMissingKeyIsNamedWithItsVariable() {
    Finding key = KeyCheck.of(Map.of(), Optional.empty());
    assertEquals(Standing.MISSING, key.standing());
    assertTrue(key.sentence().contains(PseudonymKey.VARIABLE), key::sentence);
  }

  @Test
  void aShortKeyIsMissingAndIsNotShown() {
    Finding key = KeyCheck.of(Map.of(PseudonymKey.VARIABLE, "hunter2"), Optional.empty());
    assertEquals(Standing.MISSING, key.standing());
    assertTrue(key.sentence().contains("at least 16"), key::sentence);
    assertFalse(key.sentence().contains("hunter2"), key::sentence);
  }

  @Test
  void anotherKeyThanThatOfTheLastRunIsWarnedOf() {
    Map<String, String> environment = Map.of(PseudonymKey.VARIABLE, KEY);
    String own = PseudonymKey.of(KEY).fingerprint();
    assertEquals(Standing.OK, KeyCheck.of(environment, Optional.of(own)).standing());
    assertEquals(
        Standing.WARNING, KeyCheck.of(environment, Optional.of("0123456789abcdef")).standing());
  }
}
