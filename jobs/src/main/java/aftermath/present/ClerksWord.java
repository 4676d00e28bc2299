package aftermath.present;

import aftermath.identity.LinkDecisions;
import aftermath.present.LinkExplained.Side;
import java.util.Optional;

/** What is said of two records where a clerk decided about them. */
final class ClerksWord {
  private ClerksWord() {}

  /**
   * Whether the two ended up as the clerk decided.
   *
   * @param decision of a clerk: same or different
   */
  static boolean isHonoured(Side one, Side other, String decision) {
    return isSame(decision) == (one.person() == other.person());
  }

  /** What the clerk decided, and what that does to the weight; nothing where no clerk decided. */
  static Optional<String> of(Side one, Side other, Optional<String> decision) {
    return decision.map(
        said ->
            "A clerk decided that they are %s.%s The weight below is what the values say; it did not count."
                .formatted(
                    isSame(said) ? "one person" : "two people",
                    isHonoured(one, other, said)
                        ? ""
                        : " That is not honoured; gold.decisions_honoured counts such pairs."));
  }

  private static boolean isSame(String decision) {
    return decision.equals(LinkDecisions.SAME);
  }
}
