package aftermath.disclosure.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.disclosure.Interval;
import aftermath.disclosure.release.Crowd.Person;
import aftermath.incident.DisclosurePolicy;
import aftermath.incident.ReleaseTable.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells that are left out are still a number together, if all around them is told. */
class TogetherLeftOutTest {
  private static final CellKey EVERYBODY = CellKey.all(Measure.PEOPLE);
  private static final CellKey NSW = EVERYBODY.and(new Part("region", "NSW"));
  private static final CellKey ADULTS = NSW.and(new Part("age", "adult"));
  private static final CellKey MINORS = NSW.and(new Part("age", "minor"));
  private static final CellKey UNKNOWN = NSW.and(new Part("age", "unknown"));

  @Test
  void partsThatAreFewTogetherDoNotFollowFromTheOthers() {
    Crowd crowd = crowd(60, 4, 5);
    crowd.add(person("QLD", "minor"), 30);
    crowd.add(person("QLD", "unknown"), 30);
    ProtectedRelease release = released(crowd, List.of());
    assertFalse(release.shown(MINORS).isPublished());
    assertFalse(release.shown(UNKNOWN).isPublished());
    assertFalse(release.shown(NSW).isPublished() && release.shown(ADULTS).isPublished());
    try (var reader = new Reader()) {
      reader.read(release);
      Interval told = reader.interval(0, List.of(MINORS, UNKNOWN));
      assertTrue(told.width() >= 3, told::toString);
    }
  }

  @Test
  void norDoesThatTheyHaveMovedByFewTogether() {
    Crowd crowd = crowd(60, 20, 25);
    crowd.add(person("QLD", "minor"), 30);
    crowd.add(person("QLD", "unknown"), 30);
    ProtectedRelease first = released(crowd, List.of());
    assertTrue(first.cells().values().stream().allMatch(ProtectedRelease.Shown::isPublished));
    for (String region : List.of("NSW", "QLD")) {
      crowd.add(person(region, "adult"), 20);
      crowd.add(person(region, "minor"), region.equals("NSW") ? 4 : 30);
      crowd.add(person(region, "unknown"), region.equals("NSW") ? 4 : 30);
    }
    ProtectedRelease second = released(crowd, List.of(new EarlierRelease(1, first.released())));
    assertFalse(second.shown(NSW).isPublished() && second.shown(ADULTS).isPublished());
    try (var reader = new Reader()) {
      reader.read(first);
      reader.read(second);
      Interval told = reader.added(1, List.of(MINORS, UNKNOWN));
      assertTrue(told.width() >= 3, told::toString);
    }
  }

  @Test
  void partsThatAreManyTogetherMayFollow() {
    Crowd crowd = crowd(60, 5, 6);
    crowd.add(person("QLD", "minor"), 5);
    crowd.add(person("QLD", "unknown"), 6);
    ProtectedRelease release = released(crowd, List.of());
    assertEquals(71, release.shown(NSW).value());
    assertEquals(60, release.shown(ADULTS).value());
  }

  /** So many of New South Wales; in Queensland there are adults only. */
  private static Crowd crowd(int adults, int minors, int unknown) {
    var crowd = Crowd.of();
    crowd.add(person("NSW", "adult"), adults);
    crowd.add(person("NSW", "minor"), minors);
    crowd.add(person("NSW", "unknown"), unknown);
    crowd.add(person("QLD", "adult"), 50);
    return crowd;
  }

  private static Person person(String region, String age) {
    return new Person(region, age, 3, 1);
  }

  private static ProtectedRelease released(Crowd crowd, List<EarlierRelease> earlier) {
    return ProtectedRelease.of(
        crowd.tabulated(Crowd.REGION_AND_AGE),
        DisclosurePolicy.USUAL,
        earlier,
        new CellDice(new byte[] {1}),
        (cost, bound, inequalities) -> {});
  }
}
