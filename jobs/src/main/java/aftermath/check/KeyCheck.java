package aftermath.check;

import aftermath.functions.PseudonymKey;
import java.util.Map;
import java.util.Optional;

/** Whether there is a key for pseudonyms, and whether it is the one of the runs before. */
public final class KeyCheck {
  private static final String SUBJECT = "key";

  private KeyCheck() {}

  /**
   * @param lastRun fingerprint of the key that the last run had; empty if there was none
   */
  public static Finding of(Map<String, String> environment, Optional<String> lastRun) {
    try {
      String fingerprint = PseudonymKey.ofEnvironment(environment).fingerprint();
      return lastRun.filter(before -> !before.equals(fingerprint)).isPresent()
          ? Finding.warning(
              SUBJECT,
              "The key is another than that of the last run: everybody would get a new pseudonym."
                  + " Set the old one, unless that is what you want.")
          : Finding.ok(
              SUBJECT, lastRun.isPresent() ? "the one of the last run" : "there, and long enough");
    } catch (IllegalArgumentException e) {
      return Finding.missing(SUBJECT, e.getMessage());
    }
  }
}
