package aftermath.present.dashboard;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.exposure.ExposureByCombination;
import aftermath.exposure.ExposureByField;
import aftermath.intake.BronzeTables;
import aftermath.lakehouse.Lakehouse;
import aftermath.ops.Ops;
import aftermath.quality.UnexpectedData;
import aftermath.response.ContactTopicsDaily;
import aftermath.response.ResponseDaily;
import aftermath.response.TakeUpBySegment;
import aftermath.testing.SparkSessionForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows in, answers out. */
@ExtendWith(SparkSessionForTests.class)
class AnswersTest {
  private final SparkSession spark;
  private final TablesForTests tables;

  AnswersTest(SparkSession spark) {
    this.spark = spark;
    this.tables = new TablesForTests(spark);
  }

  @Test
  void theFieldsOfMostPeopleAreNamed() {
    tables
        .given(
            ExposureByField.TABLE,
            """
            field      | title         | kind     | people | records | share
            name       | Name          | identity | 90     | 100     | 0.9
            email      | E-mail        | contact  | 100    | 120     | 1
            birth_date | Date of birth | identity | 0      | 0       | 0
            """)
        .given(
            ExposureByCombination.TABLE,
            """
            exposed_mask | fields        | field_count | people | share
            3            | [name, email] | 2           | 90     | 0.9
            2            | [email]       | 1           | 10     | 0.1
            """);
    Answer answer = new Exposed(TINY, tables).answer();

    assertEquals(
        "2 of 3 fields were exposed; of most people E-mail (100.0\u202f%), Name (90.0\u202f%).",
        answer.sentence());
    assertEquals(
        "[[[\"name\",\"email\"],90,0.9],[[\"email\"],10,0.1]]",
        TablesForTests.rows(answer.data(), "combinations"));
    assertEquals(0L, TablesForTests.json(answer.data()).at("/others/combinations").asLong());
  }

  @Test
  void combinationsBeyondTheMostFrequentAreCountedTogether() {
    var rows = new StringBuilder("exposed_mask | fields | field_count | people | share\n");
    for (int at = 1; at <= 30; at++) {
      rows.append("%d | [name] | 1 | %d | 0.01%n".formatted(at, 100 - at));
    }
    tables.given(ExposureByCombination.TABLE, rows.toString());

    var others = TablesForTests.json(new Exposed(TINY, tables).answer().data()).get("others");
    assertEquals(6, others.get("combinations").asInt());
    assertEquals(75 + 74 + 73 + 72 + 71 + 70, others.get("people").asInt());
  }

  @Test
  void theServiceLevelOfManyDaysIsThatOfTheirSums() {
    tables
        .given(
            ResponseDaily.TABLE,
            """
            day        | channel | offered | answered | abandoned | short_abandoned | answered_within_target | service_level | enrolments | password_resets | mfa_resets
            2025-03-02 | main    | 100     | 90       | 10        | 0               | 50                     | 0.5           | 12         | 0               | 1
            2025-03-03 | main    | 12      | 10       | 2         | 2               | 10                     | 1             | 0          | 0               | 0
            """)
        .given(
            ContactTopicsDaily.TABLE,
            """
            day        | topic | offered | answered | abandoned
            2025-03-02 | other | 3       | 2        | 1
            2025-03-03 | other | 4       | 4        | 0
            """)
        .given(
            TakeUpBySegment.TABLE,
            """
            segment | value | notified | called | enrolled | reset_password | reset_mfa
            region  | NSW   | 90       | 9      | 5        | 4              | 0
            """);
    Answer answer = new Responding(TINY, tables).answer();

    assertEquals(
        "112 contacts were offered, 12 of them abandoned; 54.5\u202f% answered within 20 seconds."
            + " 12 enrolments in identity protection, 0 password resets and 1† reset of a second factor.",
        answer.sentence());
    assertEquals("[[\"other\",7,6]]", TablesForTests.rows(answer.data(), "topics"));
    assertEquals(
        "[[\"region\",\"NSW\",90,9,5,4,0]]", TablesForTests.rows(answer.data(), "take_up"));
  }

  @Test
  void onlyTheNewestRunIsAskedWhetherItAddsUp() {
    tables
        .given(
            Ops.CONTROL_TOTALS,
            """
            run_id | boundary | total_in | total_out | parts | is_balanced
            1      | a        | 1        | 2         | -     | false
            2      | a        | 2        | 2         | -     | true
            2      | b        | 3        | 4         | -     | false
            """)
        .given(
            Ops.DELIVERIES,
            """
            file | role             | state     | rows_found | rows_kept | rows_set_aside
            a    | impacted_records | taken     | 10         | 8         | 2
            b    | impacted_records | set_aside | 0          | 0         | 0
            """)
        .given(
            BronzeTables.REJECTED,
            """
            role             | reason                                    | text
            impacted_records | row has 11 columns where the header has 9 | jo@example.com
            impacted_records | row has 1,200 columns where the header has 9 | ann@example.com
            """)
        .given(
            UnexpectedData.TABLE,
            """
            detector | delivered_column | is_denied | rows_scanned | values_scanned | hits
            iban     | NOTES            | true      | 10           | 9              | 3
            passport | NOTES            | false     | 10           | 9              | 5
            password | NOTES            | true      | 10           | 9              | 0
            """);
    Answer answer = new Trust(TINY, tables).answer();

    assertEquals(
        "1 of 2 control totals of the newest run do not add up. 2 rows and 1 file could not be used;"
            + " 3 values look like data that should not be there; every value could be read.",
        answer.sentence());
    assertEquals("bad", answer.figures().get(0).standing());
    assertEquals(
        "[[\"impacted_records\",\"row has … columns where the header has …\",2]]",
        TablesForTests.rows(answer.data(), "rejected"));
    assertEquals("[[\"iban\",\"NOTES\",3,9]]", TablesForTests.rows(answer.data(), "unexpected"));
  }

  @Test
  void tablesWithoutRowsAreAnsweredInWords() {
    assertEquals("Nobody has been counted yet.", new HowMany(TINY, tables).answer().sentence());
    assertEquals(
        "No field was exposed of anybody, as far as the records show.",
        new Exposed(TINY, tables).answer().sentence());
    assertEquals(
        "No part has enough people to be named.", new Whom(TINY, tables).answer().sentence());
    assertEquals(
        "Nobody must be told by the notice policy.", new Told(TINY, tables).answer().sentence());
    assertEquals(
        "No contact, enrolment or reset has come in yet.",
        new Responding(TINY, tables).answer().sentence());
    assertTrue(
        new Trust(TINY, tables).answer().sentence().startsWith("No run has been recorded yet."));
  }

  @Test
  void anEmptyWarehouseHasAPageAndSaysThatItIsNotThere(@TempDir Path folder) {
    var lakehouse = new Lakehouse(spark, folder.toString());
    Clock clock = Clock.fixed(Instant.parse("2025-03-03T00:00:00Z"), ZoneOffset.UTC);
    var dashboard = new Dashboard(TINY, lakehouse, clock);

    assertFalse(dashboard.isThere());
    assertTrue(dashboard.page().contains("Nobody has been counted yet."));
  }
}
