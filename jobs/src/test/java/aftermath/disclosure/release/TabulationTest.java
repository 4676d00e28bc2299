package aftermath.disclosure.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.disclosure.DisclosureMistake;
import aftermath.disclosure.release.Crowd.Person;
import aftermath.incident.ReleaseTable.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TabulationTest {
  private static final CellKey EVERYBODY = CellKey.all(Measure.PEOPLE);
  private static final Part NSW = new Part("region", "NSW");
  private static final Part AU = new Part("country", "AU");

  private final Crowd crowd =
      Crowd.of(
          new Person("NSW", "adult", 0b0011, 1),
          new Person("NSW", "minor", 0b0111, 2),
          new Person("QLD", "adult", 0b0001, 1),
          new Person("NZ", "adult", 0b0011, 3));

  @Test
  void everyTotalIsCounted() {
    Tabulation tabulation = crowd.tabulated(Crowd.REGION_AND_AGE);
    assertEquals(4, value(tabulation, EVERYBODY));
    assertEquals(2, value(tabulation, EVERYBODY.and(NSW)));
    assertEquals(3, value(tabulation, EVERYBODY.and(AU)));
    assertEquals(1, value(tabulation, EVERYBODY.and(new Part("age", "minor"))));
    assertEquals(0, value(tabulation, at(tabulation, "region", "QLD", "age", "minor")));
  }

  @Test
  void aCountryWithOneRegionIsThatRegion() {
    Tabulation tabulation = crowd.tabulated(Crowd.REGION_AND_AGE);
    assertEquals(
        tabulation.keyAt(Measure.PEOPLE, Map.of("region", new Part("region", "NZ"))),
        tabulation.keyAt(Measure.PEOPLE, Map.of("region", new Part("country", "NZ"))));
  }

  @Test
  void theOnlyPartOfADimensionIsEverybody() {
    Tabulation tabulation =
        Crowd.of(new Person("NSW", "adult", 1, 1), new Person("NSW", "minor", 1, 1))
            .tabulated(Crowd.REGION_AND_AGE);
    assertEquals(
        EVERYBODY, tabulation.keyAt(Measure.PEOPLE, Map.of("region", NSW, "age", Part.ALL)));
  }

  @Test
  void thoseWithoutAFieldAreCountedInNoTable() {
    Tabulation tabulation = crowd.tabulated(Crowd.REGION_AND_FIELD);
    CellKey with = EVERYBODY.and(NSW).exposing("birth_date");
    CellKey without = EVERYBODY.and(NSW).notExposing("birth_date");
    assertEquals(1, value(tabulation, with));
    assertEquals(1, value(tabulation, without));
    assertTrue(tabulation.isInATable(with));
    assertFalse(tabulation.isInATable(without));
    assertTrue(tabulation.parts().get(EVERYBODY.and(NSW)).contains(Set.of(with, without)));
  }

  @Test
  void combinationsAddUpToFields() {
    Tabulation tabulation = crowd.tabulated(Crowd.REGION_AND_FIELD, Crowd.COMBINATIONS);
    Set<Set<CellKey>> parts = tabulation.parts().get(EVERYBODY.exposing("email"));
    assertTrue(
        parts.contains(
            Set.of(
                EVERYBODY.and(new Part("combination", "name + email")),
                EVERYBODY.and(new Part("combination", "name + email + birth_date")))),
        parts::toString);
  }

  @Test
  void everySumAddsUp() {
    Tabulation tabulation =
        crowd.tabulated(
            Crowd.REGION_AND_FIELD,
            Crowd.REGION_AND_AGE,
            Crowd.AGE_AND_FIELD,
            Crowd.COMBINATIONS,
            Crowd.RECORDS);
    assertTrue(tabulation.parts().size() > 15);
    tabulation
        .parts()
        .forEach(
            (total, ways) ->
                ways.forEach(
                    parts ->
                        assertEquals(
                            value(tabulation, total),
                            parts.stream().mapToLong(part -> value(tabulation, part)).sum(),
                            total.id())));
  }

  @Test
  void theGreatestContributionsAreKept() {
    Tabulation tabulation = crowd.tabulated(Crowd.RECORDS);
    assertEquals(new Sum(7, 4, 3, 2), tabulation.sums().get(CellKey.all(Measure.RECORDS)));
    assertEquals(new Sum(3, 2, 2, 1), tabulation.sums().get(CellKey.all(Measure.RECORDS).and(NSW)));
  }

  @Test
  void tablesThatDisagreeAreRefused() {
    var more = Crowd.of(crowd.people().toArray(Person[]::new));
    more.add(new Person("NSW", "adult", 1, 1), 1);
    var tables = new ArrayList<CountedTable>();
    tables.add(crowd.counted(Crowd.REGION_AND_AGE));
    tables.add(more.counted(Crowd.AGE_AND_FIELD));
    var mistake =
        assertThrows(DisclosureMistake.class, () -> new Tabulation(Crowd.INCIDENT, tables));
    assertTrue(mistake.getMessage().contains("age-and-field"), mistake::getMessage);
  }

  @Test
  void aKeyIsReadBackFromItsName() {
    CellKey key =
        EVERYBODY.and(new Part("region", "a, b) c=d\\\\")).exposing("email").notExposing("name");
    assertEquals(key, CellKey.parse(key.id()));
    assertEquals(EVERYBODY, CellKey.parse(EVERYBODY.id()));
  }

  @Test
  void nobodyIsInTwoRegionsButInARegionAndItsCountry() {
    Tabulation tabulation = crowd.tabulated(Crowd.REGION_AND_FIELD, Crowd.REGION_AND_AGE);
    CellKey nsw = EVERYBODY.and(NSW);
    assertFalse(tabulation.mayShare(nsw, EVERYBODY.and(new Part("region", "QLD"))));
    assertTrue(tabulation.mayShare(nsw, EVERYBODY.and(AU)));
    assertFalse(tabulation.mayShare(EVERYBODY.and(new Part("region", "NZ")), EVERYBODY.and(AU)));
    assertTrue(tabulation.mayShare(nsw.exposing("name"), nsw.exposing("email")));
    assertFalse(tabulation.mayShare(nsw.exposing("name"), nsw.notExposing("name")));
    assertTrue(tabulation.mayShare(nsw, EVERYBODY.and(new Part("age", "minor"))));
  }

  @Test
  void whatIsShownIsAllOfItFirstAndCoarseBeforeFine() {
    Tabulation tabulation = crowd.tabulated(Crowd.REGION_AND_AGE);
    assertEquals(
        List.of("_T", "AU", "NZ", "NSW", "NZ", "QLD"),
        tabulation.shown("region").stream().map(Part::code).toList());
  }

  private static CellKey at(Tabulation tabulation, String one, String a, String two, String b) {
    return tabulation.keyAt(Measure.PEOPLE, Map.of(one, new Part(one, a), two, new Part(two, b)));
  }

  private static long value(Tabulation tabulation, CellKey key) {
    return tabulation.sums().get(key).value();
  }
}
