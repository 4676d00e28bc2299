package aftermath.disclosure.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.disclosure.Interval;
import aftermath.disclosure.release.Crowd.Person;
import aftermath.incident.DisclosurePolicy;
import aftermath.incident.ReleaseTable.Measure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of two fields that go together, how many people have the one alone. */
class NestingTest {
  private static final CellKey NSW = CellKey.all(Measure.PEOPLE).and(new Part("region", "NSW"));
  private static final CellKey BIRTH_DATE = NSW.exposing("birth_date");
  private static final CellKey DIAGNOSIS = NSW.exposing("diagnosis");
  private static final CellKey BIRTH_DATE_ALONE = BIRTH_DATE.notExposing("diagnosis");
  private static final CellKey DIAGNOSIS_ALONE = DIAGNOSIS.notExposing("birth_date");

  @Test
  void oneFieldIsTheOtherAndWhatItHoldsBeyondThat() {
    Tabulation tabulation = crowd(40, 5, 0).tabulated(Crowd.REGION_AND_FIELD);
    assertEquals(5, tabulation.sums().get(BIRTH_DATE_ALONE).value());
    assertFalse(tabulation.isInATable(BIRTH_DATE_ALONE));
    assertTrue(tabulation.parts().get(BIRTH_DATE).contains(Set.of(DIAGNOSIS, BIRTH_DATE_ALONE)));
  }

  @Test
  void fewExceptionsAreNoneTheLessNested() {
    Tabulation tabulation = crowd(40, 5, 2).tabulated(Crowd.REGION_AND_FIELD);
    assertEquals(5, tabulation.sums().get(BIRTH_DATE_ALONE).value());
    assertEquals(2, tabulation.sums().get(DIAGNOSIS_ALONE).value());
    CellKey both = BIRTH_DATE.exposing("diagnosis");
    assertTrue(tabulation.parts().get(DIAGNOSIS).contains(Set.of(both, DIAGNOSIS_ALONE)));
  }

  @Test
  void fieldsThatDoNotGoTogetherAreNot() {
    Tabulation tabulation = crowd(40, 15, 20).tabulated(Crowd.REGION_AND_FIELD);
    assertFalse(tabulation.sums().containsKey(BIRTH_DATE_ALONE));
  }

  @Test
  void howFewHaveTheOneAloneDoesNotFollow() {
    ProtectedRelease release = released(crowd(40, 5, 0), List.of());
    assertFalse(release.shown(BIRTH_DATE).isPublished() && release.shown(DIAGNOSIS).isPublished());
  }

  @Test
  void norByHowFewTheseHaveGrown() {
    Crowd crowd = crowd(40, 25, 0);
    ProtectedRelease first = released(crowd, List.of());
    assertTrue(first.shown(BIRTH_DATE).isPublished() && first.shown(DIAGNOSIS).isPublished());
    crowd.add(new Person("NSW", "adult", 0b1111, 1), 20);
    crowd.add(new Person("NSW", "adult", 0b0111, 1), 4);
    crowd.add(new Person("NSW", "adult", 0b0011, 1), 20);
    crowd.add(new Person("QLD", "adult", 0b1111, 1), 20);
    crowd.add(new Person("QLD", "adult", 0b0111, 1), 30);
    crowd.add(new Person("QLD", "adult", 0b0011, 1), 30);
    ProtectedRelease second = released(crowd, List.of(new EarlierRelease(1, first.released())));
    assertFalse(second.shown(BIRTH_DATE).isPublished() && second.shown(DIAGNOSIS).isPublished());
    try (var reader = new Reader()) {
      reader.read(first);
      reader.read(second);
      Interval told = reader.added(1, BIRTH_DATE_ALONE);
      assertTrue(told.width() >= 3, told::toString);
    }
  }

  /** So many of New South Wales with both, with a birth date only, and with a diagnosis only. */
  private static Crowd crowd(int both, int birthDateOnly, int diagnosisOnly) {
    var crowd = Crowd.of();
    for (String region : List.of("NSW", "QLD")) {
      crowd.add(new Person(region, "adult", 0b1111, 1), both);
      crowd.add(new Person(region, "adult", 0b0011, 1), 60);
    }
    crowd.add(new Person("NSW", "adult", 0b0111, 1), birthDateOnly);
    crowd.add(new Person("NSW", "adult", 0b1011, 1), diagnosisOnly);
    crowd.add(new Person("QLD", "adult", 0b0111, 1), 40);
    return crowd;
  }

  private static ProtectedRelease released(Crowd crowd, List<EarlierRelease> earlier) {
    return ProtectedRelease.of(
        crowd.tabulated(Crowd.REGION_AND_FIELD, Crowd.COMBINATIONS),
        DisclosurePolicy.USUAL,
        earlier,
        new CellDice(new byte[] {1}),
        (cost, bound, inequalities) -> {});
  }
}
