package aftermath.disclosure.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.disclosure.Interval;
import aftermath.disclosure.release.Crowd.Person;
import aftermath.incident.DisclosurePolicy;
import aftermath.incident.ReleaseTable.Measure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * In Queensland, adults are told, minors are few, and those of unknown age are left out beside
 * them: by how much both have grown together would follow from all and the adults.
 */
class LeftOutTogetherTest {
  private static final CellKey QUEENSLAND =
      CellKey.all(Measure.PEOPLE).and(new Part("region", "QLD"));
  private static final List<CellKey> NO_ADULTS =
      List.of(QUEENSLAND.and(new Part("age", "minor")), QUEENSLAND.and(new Part("age", "unknown")));

  private final Crowd crowd = new Crowd();

  @Test
  void whatIsLeftOutOfOneWholeDoesNotTellThatItMovedByFew() {
    add("QLD", 200, 5, 30);
    add("NSW", 300, 40, 35);
    add("ACT", 250, 45, 60);
    ProtectedRelease first = release(List.of());
    assertEquals(
        List.of(true, true), NO_ADULTS.stream().map(key -> isLeftOut(first, key)).toList());

    add("QLD", 100, 3, 5);
    add("NSW", 60, 20, 30);
    add("ACT", 50, 25, 20);
    ProtectedRelease second = release(List.of(new EarlierRelease(1, first.released())));
    try (var reader = new Reader()) {
      reader.read(first);
      reader.read(second);
      Interval told = reader.added(1, NO_ADULTS);
      assertTrue(told.width() >= 1, told::toString);
    }
  }

  @Test
  void aPartThatWasNotThereHadNobody() {
    var known = new KnownNumbers(Map.of("people()", 9L), Set.of("people()"));
    var together = new LeftOutTogether(CellKey.all(Measure.PEOPLE), Set.of(QUEENSLAND));
    assertEquals(9, together.before(known));
    var unknown = new KnownNumbers(known.values(), Set.of("people()", QUEENSLAND.id()));
    assertNull(together.before(unknown));
  }

  private void add(String region, int adults, int minors, int unknown) {
    crowd.add(new Person(region, "adult", 7, 1), adults);
    crowd.add(new Person(region, "minor", 3, 1), minors);
    crowd.add(new Person(region, "unknown", 3, 1), unknown);
  }

  private ProtectedRelease release(List<EarlierRelease> earlier) {
    return ProtectedRelease.of(
        crowd.tabulated(Crowd.REGION_AND_AGE, Crowd.COMBINATIONS),
        DisclosurePolicy.USUAL,
        earlier,
        new CellDice(new byte[] {1}),
        (cost, bound, inequalities) -> {});
  }

  private static boolean isLeftOut(ProtectedRelease release, CellKey key) {
    return !release.shown(key).isPublished();
  }
}
