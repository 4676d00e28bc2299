package aftermath.exposure;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ExposureBySegmentTest {
  private final TablesInMemory tables;

  ExposureBySegmentTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
    tables
        .make(Fields.model(TINY))
        .given(
            ExposureCube.table(TINY),
            """
            exposed_mask | link_state | region  | age     | people
            1            | known      | NSW     | adult   | 3
            3            | known      | NSW     | minor   | 2
            3            | unlinked   | NSW     | adult   | 4
            0            | known      | NSW     | adult   | 1
            2            | ambiguous  | unknown | unknown | 1
            """)
        .given(
            PopulationCube.table(TINY),
            """
            region | age   | people
            NSW    | adult | 30
            NSW    | minor | 10
            VIC    | adult | 20
            """)
        .make(ExposureBySegment.model(TINY));
  }

  @Test
  void countsEveryonesRateByTheKnownPeopleAlone() {
    assertPart(
        "segment = 'region' AND value = 'NSW'",
        """
        field      | people | base | rate
        any        | 10     | 40   | 0.15
        name       | 9      | 40   | 0.125
        email      | 6      | 40   | 0.05
        birth_date | 0      | 40   | 0
        diagnosis  | 0      | 40   | 0
        """);
  }

  @Test
  void showsPartsInWhichNobodyWasAffected() {
    assertPart(
        "value = 'VIC' AND field IN ('any', 'email')",
        """
        segment | field | people | base | rate
        region  | any   | 0      | 20   | 0
        region  | email | 0      | 20   | 0
        """);
  }

  @Test
  void thereIsNoRateWhereTheBaseIsEmpty() {
    assertPart(
        "value = 'unknown' AND field IN ('any', 'name', 'email')",
        """
        segment | field | people | base | rate
        region  | any   | 1      | 0    |
        region  | name  | 0      | 0    |
        region  | email | 1      | 0    |
        age     | any   | 1      | 0    |
        age     | name  | 0      | 0    |
        age     | email | 1      | 0    |
        """);
  }

  @Test
  void everySegmentDividesTheSamePeople() {
    tables.assertRows(
        tables
            .rows(ExposureBySegment.TABLE)
            .where("field = 'any'")
            .groupBy("segment")
            .sum("people", "base")
            .toDF("segment", "people", "base"),
        """
        segment | people | base
        region  | 11     | 60
        age     | 11     | 60
        """);
  }

  private void assertPart(String condition, String text) {
    tables.assertRows(tables.rows(ExposureBySegment.TABLE).where(condition), text);
  }
}
