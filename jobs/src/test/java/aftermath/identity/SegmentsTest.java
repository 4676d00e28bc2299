package aftermath.identity;

import static aftermath.testing.TinyIncident.TINY;
import static aftermath.testing.TinyIncident.tinyBut;
import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.incident.Incident;
import aftermath.pipeline.Table;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class SegmentsTest {
  private static final Table PEOPLE =
      Table.table("silver.example")
          .columns("name STRING, is_customer BOOLEAN, is_member BOOLEAN, birth_date DATE");
  private static final String AGE =
      "CASE WHEN birth_date_age < 18 THEN 'minor' WHEN birth_date_age >= 18 THEN 'adult' END";

  private final TablesInMemory tables;
  private final SparkSession spark;

  SegmentsTest(SparkSession spark) {
    this.spark = spark;
    this.tables = new TablesInMemory(spark);
  }

  @Test
  void peopleGrowOlderOnTheirBirthday() {
    assertSegments(
        tinyBut("\"" + AGE + "\"", "birth_date_age"),
        """
        name            | birth_date
        the day before  | 2007-02-28
        the day         | 2007-03-01
        the day after   | 2007-03-02
        the leap day    | 2004-02-29
        born today      | 2025-03-01
        of last century | 1925-03-02
        """,
        """
        name            | age
        the day before  | 18
        the day         | 18
        the day after   | 17
        the leap day    | 21
        born today      | 0
        of last century | 99
        """);
  }

  @Test
  void thoseBornOnALeapDayGrowOlderOnTheFirstOfMarchInOtherYears() {
    assertSegments(
        tinyBut("\"" + AGE + "\"", "birth_date_age", "2025-03-01T00:30", "2025-02-28T00:30"),
        """
        name         | birth_date
        the leap day | 2004-02-29
        """,
        """
        name         | age
        the leap day | 20
        """);
  }

  @Test
  void theAgeIsThatOfTheDayInTheZoneOfTheIncident() {
    assertEquals("2025-03-01", TINY.referenceDay().toString());
  }

  @Test
  void whatIsNotKnownIsUnknown() {
    assertSegments(
        TINY,
        """
        name | birth_date
        Kim  |
        """,
        """
        name | region  | age
        Kim  | unknown | unknown
        """);
  }

  @Test
  void knowsWhichAttributesItLooksAt() {
    assertEquals(Set.of("state", "birth_date"), new Segments(TINY).attributes());
  }

  @Test
  void knowsAttributesInCapitalLettersToo() {
    Incident incident = tinyBut("value: state", "value: \"coalesce(STATE, 'abroad')\"");

    assertEquals(Set.of("state", "birth_date"), new Segments(incident).attributes());
  }

  @Test
  void knowsAttributesWhoseNamesEndLikeAnAge() {
    Incident incident =
        tinyBut(
            "value: state",
            "value: company_age",
            "  state:         { type: code }",
            "  company_age:   { type: number }\n  state:         { type: code }");

    assertEquals(Set.of("company_age", "birth_date"), new Segments(incident).attributes());
  }

  private void assertSegments(Incident incident, String people, String text) {
    tables.assertRows(new Segments(incident).of(Rows.of(spark, PEOPLE, people), col("name")), text);
  }
}
