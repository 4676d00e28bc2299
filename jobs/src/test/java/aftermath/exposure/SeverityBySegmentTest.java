package aftermath.exposure;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class SeverityBySegmentTest {
  private final TablesInMemory tables;

  SeverityBySegmentTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
    tables.make(Fields.model(TINY));
  }

  @Test
  void aScoreOfExactlyTwoThreeOrFourIsInTheHigherBand() {
    tables.given(
        ExposureCube.table(TINY),
        """
        exposed_mask | region | age   | people
        1            | NSW    | adult | 1
        2            | NSW    | adult | 2
        4            | NSW    | adult | 4
        8            | NSW    | adult | 8
        """);

    assertSeverity(
        "segment = 'region'",
        """
        value | severity  | people | lowest_score | highest_score
        NSW   | low       | 1      | 1.5          | 1.5
        NSW   | medium    | 2      | 2            | 2
        NSW   | high      | 4      | 3            | 3
        NSW   | very high | 8      | 4            | 4
        """);
  }

  @Test
  void ofSeveralFieldsTheHighestOfBothScoresCounts() {
    tables.given(
        ExposureCube.table(TINY),
        """
        exposed_mask | region | age   | people
        3            | NSW    | adult | 1
        5            | NSW    | minor | 2
        6            | VIC    | minor | 4
        """);

    assertSeverity(
        "segment = 'age'",
        """
        value | severity | people | lowest_score | highest_score
        adult | medium   | 1      | 2            | 2
        minor | high     | 6      | 3            | 3
        """);
  }

  @Test
  void whereNoFieldIsExposedTheCircumstancesRemain() {
    tables.given(
        ExposureCube.table(TINY),
        """
        exposed_mask | region | age   | people
        0            | NSW    | adult | 1
        1            | NSW    | adult | 1
        """);

    assertSeverity(
        "segment = 'age'",
        """
        value | severity | people | lowest_score | highest_score
        adult | low      | 2      | 1            | 1.5
        """);
  }

  private void assertSeverity(String condition, String text) {
    tables.make(SeverityBySegment.model(TINY));
    tables.assertRows(tables.rows(SeverityBySegment.TABLE).where(condition), text);
  }
}
