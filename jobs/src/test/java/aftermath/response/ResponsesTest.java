package aftermath.response;

import static aftermath.response.Responding.SILENT;
import static aftermath.testing.TinyIncident.TINY;

import aftermath.identity.People;
import aftermath.intake.BronzeTables;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ResponsesTest {
  private static final String PEOPLE =
      """
      person_id | contact_customer_id | contact_email
      ann       | C1                  | ann@x.example
      bob       | C2                  | home@x.example
      cleo      | C3                  | home@x.example
      """;

  private final SparkSession spark;
  private final TablesInMemory tables;

  ResponsesTest(SparkSession spark) {
    this.spark = spark;
    this.tables = new TablesInMemory(spark);
  }

  @Test
  void oneRowTellsHowAContactWent() {
    assertResponses(
        """
        source | response_id | event    | occurred_at         | answered_at         | ended_at            | wrap_up_seconds | person | topic
        calls  | 1           | answered | 2025-03-01 10:00:00 | 2025-03-01 10:00:20 | 2025-03-01 10:05:20 | 30              | C1     | am i affected
        calls  | 2           | Hung Up  | 2025-03-01 10:00:00 |                     | 2025-03-01 10:01:30 |                 |        |
        """,
        """
        provider | response_id | channel      | kind      | topic         | wait_seconds | talk_seconds | wrap_up_seconds | handling_seconds | link      | person_id
        centre   | 1           | support-line | answered  | am-i-affected | 20           | 300          | 30              | 330              | linked    | ann
        centre   | 2           | support-line | abandoned | none          | 90           |              |                 |                  | anonymous |
        """);
  }

  @Test
  void anEventThatIsDeliveredTwiceCountsOnceAndOfAnotherProviderIsAnother() {
    assertResponses(
        """
        source     | response_id | event    | occurred_at
        calls      | 1           | Answered | 2025-03-01 10:00:00
        calls      | 1           | Answered | 2025-03-01 10:00:00
        protection | 1           | enrol    | 2025-03-01 10:00:00
        """,
        """
        provider | response_id | kind
        centre   | 1           | answered
        monitor  | 1           | enrolled
        """);
  }

  @Test
  void eventsWithoutAnIdAreOneIfTheySayTheSame() {
    assertResponses(
        """
        source     | event    | occurred_at         | person
        protection | enrol    | 2025-03-01 10:00:00 | ann@x.example
        protection | enrol    | 2025-03-01 10:00:00 | ann@x.example
        protection | enrol    | 2025-03-01 10:00:01 | ann@x.example
        protection | password | 2025-03-01 10:00:00 | ann@x.example
        """,
        """
        kind           | occurred_at
        enrolled       | 2025-03-01 10:00:00
        enrolled       | 2025-03-01 10:00:01
        password_reset | 2025-03-01 10:00:00
        """);
  }

  @Test
  void whatWasAnsweredWasNotAbandonedWhateverCameLast() {
    Dataset<Row> told =
        events(
            """
            source | response_id | event    | occurred_at         | answered_at         | ended_at            | person
            calls  | 1           | RINGING  | 2025-03-01 10:00:00 |                     |                     | C1
            calls  | 1           | HUNG UP  | 2025-03-01 10:00:00 |                     | 2025-03-01 10:00:08 |
            calls  | 1           | ANSWERED | 2025-03-01 10:00:00 | 2025-03-01 10:00:10 |                     |
            calls  | 1           | ANSWERED | 2025-03-01 10:00:00 | 2025-03-01 10:00:10 | 2025-03-01 10:09:10 |
            """);
    String one =
        """
        kind     | wait_seconds | talk_seconds | link   | person_id
        answered | 10           | 540          | linked | ann
        """;
    assertResponses(told, one);
    assertResponses(told.orderBy("event", "ended_at"), one);
    assertResponses(told.orderBy(told.col("event").desc(), told.col("ended_at").desc()), one);
  }

  @Test
  void wordsThatNobodyKnowsAreKept() {
    assertResponses(
        """
        source  | response_id | event     | occurred_at         | topic
        calls   | 1           | VOICEMAIL | 2025-03-01 10:00:00 | why ME
        calls   | 2           |           | 2025-03-01 10:00:00 |
        calls   | 3           | answered  | 2025-03-01 10:00:00 | wants Mr Smith to ring 555
        calls   | 4           | test      | 2025-03-01 10:00:00 |
        no more | 5           | answered  | 2025-03-01 10:00:00 | enrolment
        """,
        """
        provider | response_id | channel      | kind     | topic
        centre   | 1           | support-line | unknown  | am-i-affected
        centre   | 2           | support-line | unknown  | none
        centre   | 3           | support-line | answered | unknown
        centre   | 4           | support-line | noted    | none
        no more  | 5           | unknown      | unknown  | unknown
        """);
  }

  @Test
  void whatTookLessThanNoTimeIsNotKnownAndCounted() {
    assertResponses(
        """
        source | response_id | event    | occurred_at           | answered_at         | ended_at            | wrap_up_seconds
        calls  | 1           | answered | 2025-03-01 10:00:00   | 2025-03-01 09:59:59 | 2025-03-01 10:05:00 | 10
        calls  | 2           | answered | 2025-03-01 10:00:00   | 2025-03-01 10:00:05 | 2025-03-01 10:00:04 | 10
        calls  | 3           | answered | 2025-03-01 10:00:00   | 2025-03-01 10:00:05 | 2025-03-01 10:01:05 | -1
        calls  | 4           | HUNG UP  | 2025-03-01 10:00:00   |                     | 2025-03-01 09:00:00 |
        calls  | 5           | answered | 2025-03-01 10:00:00.5 | 2025-03-01 10:00:00 | 2025-03-01 09:00:00 | -7
        """,
        """
        response_id | wait_seconds | talk_seconds | wrap_up_seconds | handling_seconds | negative_durations
        1           |              | 301          | 10              | 311              | 1
        2           | 5            |              | 10              |                  | 1
        3           | 5            | 60           |                 |                  | 1
        4           |              |              |                 |                  | 1
        5           |              |              |                 |                  | 3
        """);
  }

  @Test
  void aMissingTimeIsNotKnownAndNothingIsMadeOfIt() {
    assertResponses(
        """
        source | response_id | event    | occurred_at         | answered_at         | ended_at            | wrap_up_seconds
        calls  | 1           | answered | 2025-03-01 10:00:00 |                     | 2025-03-01 10:05:00 | 10
        calls  | 2           | answered | 2025-03-01 10:00:00 | 2025-03-01 10:00:05 |                     |
        calls  | 3           | answered | 2025-03-01 10:00:00 | 2025-03-01 10:00:05 | 2025-03-01 10:01:05 |
        calls  | 4           | hung up  | 2025-03-01 10:00:00 | 2025-03-01 10:00:05 |                     |
        """,
        """
        response_id | kind      | wait_seconds | talk_seconds | handling_seconds | negative_durations
        1           | answered  |              |              |                  | 0
        2           | answered  | 5            |              |                  | 0
        3           | answered  | 5            | 60           | 60               | 0
        4           | abandoned |              |              |                  | 0
        """);
  }

  @Test
  void aContactOverMidnightIsOfTheDayItBeganInTheTimeZoneOfTheIncident() {
    assertResponses(
        """
        source | response_id | event    | occurred_at         | answered_at         | ended_at
        calls  | 1           | answered | 2025-03-01 12:59:50 | 2025-03-01 13:00:10 | 2025-03-01 13:10:10
        calls  | 2           | answered | 2025-03-01 13:00:00 | 2025-03-01 13:00:10 | 2025-03-01 13:10:10
        """,
        """
        response_id | day        | wait_seconds | talk_seconds
        1           | 2025-03-01 | 20           | 600
        2           | 2025-03-02 | 10           | 600
        """);
  }

  /** In Sydney the clocks went from three back to two on 6 April 2025. */
  @Test
  void whenTheClocksGoBackNobodyWaitsAnHourMoreOrLess() {
    assertResponses(
        """
        source | response_id | event    | occurred_at         | answered_at         | ended_at
        calls  | 1           | answered | 2025-04-05 15:59:50 | 2025-04-05 16:00:10 | 2025-04-05 16:30:10
        calls  | 2           | hung up  | 2025-04-06 13:59:59 |                     | 2025-04-06 14:00:04
        """,
        """
        response_id | day        | wait_seconds | talk_seconds
        1           | 2025-04-06 | 20           | 1800
        2           | 2025-04-06 | 5            |
        """);
  }

  @Test
  void onlyAnIdentifierThatNamesOnePersonLinks() {
    assertResponses(
        """
        source     | response_id | event    | occurred_at         | person
        calls      | 1           | answered | 2025-03-01 10:00:00 | c1
        calls      | 2           | answered | 2025-03-01 10:00:00 | C9
        calls      | 3           | answered | 2025-03-01 10:00:00 | NOT SUPPLIED
        calls      | 4           | answered | 2025-03-01 10:00:00 | ann@x.example
        protection | 5           | otp      | 2025-03-01 10:00:00 | ANN@x.example
        protection | 6           | enrol    | 2025-03-01 10:00:00 | home@x.example
        """,
        """
        response_id | kind      | link      | person_id
        1           | answered  | linked    | ann
        2           | answered  | not_found |
        3           | answered  | anonymous |
        4           | answered  | not_found |
        5           | mfa_reset | linked    | ann
        6           | enrolled  | ambiguous |
        """);
  }

  @Test
  void theWordsThatNobodyKnowsCanBeLookedUp() {
    Dataset<Row> events =
        events(
            """
            source     | response_id | event     | occurred_at
            calls      | 1           | RINGING   | 2025-03-01 10:00:00
            calls      | 2           | Answered  | 2025-03-01 10:00:00
            calls      | 3           |           | 2025-03-01 10:00:00
            protection | 4           | hung up   | 2025-03-01 10:00:00
            protection | 5           | enrol     | 2025-03-01 10:00:00
            """);
    tables.assertRows(events.where(Responses.unknownWords(TINY)), "response_id\n1\n3\n4");
  }

  @Test
  void aRowNamesItsLineWhereItHasOne() {
    assertResponses(
        """
        source | response_id | event    | occurred_at         | channel
        calls  | 1           | answered | 2025-03-01 10:00:00 | overseas
        calls  | 2           | answered | 2025-03-01 10:00:00 |
        calls  | 3           | answered | 2025-03-01 10:00:00 | 02 5550 1234
        """,
        """
        response_id | channel
        1           | overseas
        2           | support-line
        3           | unknown
        """);
  }

  @Test
  void anIncidentWithoutSourcesOfResponsesHasNone() {
    tables.make(Responses.model(SILENT)).assertNoRows(Responses.TABLE);
  }

  private Dataset<Row> events(String text) {
    return Rows.of(spark, BronzeTables.RESPONSE_EVENTS, text);
  }

  private void assertResponses(String events, String responses) {
    assertResponses(events(events), responses);
  }

  private void assertResponses(Dataset<Row> events, String responses) {
    tables
        .given(BronzeTables.RESPONSE_EVENTS, events)
        .given(People.table(TINY), PEOPLE)
        .make(Responses.model(TINY))
        .assertRows(Responses.TABLE, responses);
  }
}
