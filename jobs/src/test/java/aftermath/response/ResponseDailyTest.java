package aftermath.response;

import static aftermath.response.Responding.SILENT;
import static aftermath.response.Responding.answeringWithin;
import static aftermath.testing.TinyIncident.TINY;

import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ResponseDailyTest {
  private static final String FOUR_WAITS =
      """
      day        | channel | kind      | wait_seconds
      2025-03-01 | line    | answered  | 20
      2025-03-01 | line    | answered  | 21
      2025-03-01 | line    | abandoned | 5
      2025-03-01 | line    | abandoned | 6
      """;

  private final TablesInMemory tables;

  ResponseDailyTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void exactlyAsLongAsPromisedIsWithinAndExactlyAsLongAsShortIsShort() {
    assertDays(
        FOUR_WAITS,
        """
        offered | answered | abandoned | short_abandoned | answered_within_target | service_level      | abandonment_rate
        4       | 2        | 2         | 1               | 1                      | 0.3333333333333333 | 0.5
        """);
  }

  @Test
  void whatIsPromisedStandsInTheIncidentFile() {
    tables
        .given(Responses.TABLE, FOUR_WAITS)
        .make(ResponseDaily.model(answeringWithin(30, 0)))
        .assertRows(
            ResponseDaily.TABLE,
            """
            offered | short_abandoned | answered_within_target | service_level
            4       | 0               | 2                      | 0.5
            """);
  }

  @Test
  void averagesAreOverWhatIsKnownAndWhatIsNotIsCounted() {
    assertDays(
        """
        day        | channel | kind      | wait_seconds | handling_seconds | negative_durations
        2025-03-01 | line    | answered  | 10           | 100              | 0
        2025-03-01 | line    | answered  | 30           |                  | 1
        2025-03-01 | line    | answered  |              | 300              | 0
        2025-03-01 | line    | abandoned | 1000         |                  | 0
        2025-03-01 | line    | abandoned |              |                  | 1
        """,
        """
        answered | average_speed_of_answer | waiting_seconds | waits_unknown | average_handling_time | handling_seconds | handling_unknown | answered_within_target | short_abandoned | negative_durations
        3        | 20                      | 40              | 1             | 200                   | 400              | 1                | 1                      | 0               | 2
        """);
  }

  @Test
  void nineInTenWereAnsweredWithinTheTimeThatIsSaid() {
    assertDays(
        """
        day        | channel | kind      | wait_seconds
        2025-03-01 | line    | answered  | 1
        2025-03-01 | line    | answered  | 2
        2025-03-01 | line    | answered  | 3
        2025-03-01 | line    | answered  | 4
        2025-03-01 | line    | answered  | 5
        2025-03-01 | line    | answered  | 6
        2025-03-01 | line    | answered  | 7
        2025-03-01 | line    | answered  | 8
        2025-03-01 | line    | answered  | 9
        2025-03-01 | line    | answered  | 600
        2025-03-01 | line    | answered  |
        2025-03-01 | line    | abandoned | 900
        """,
        """
        answered | wait_90_seconds
        11       | 9
        """);
  }

  @Test
  void enrolmentsAndResetsAreNoContactsAndUnknownWordsAreCountedApart() {
    assertDays(
        """
        day        | channel | kind
        2025-03-01 | web     | enrolled
        2025-03-01 | web     | enrolled
        2025-03-01 | web     | password_reset
        2025-03-01 | web     | mfa_reset
        2025-03-01 | line    | unknown
        2025-03-01 | line    | noted
        """,
        """
        channel | offered | enrolments | password_resets | mfa_resets | noted | unknown | service_level | abandonment_rate | average_speed_of_answer | wait_90_seconds
        web     | 0       | 2          | 1               | 1          | 0     | 0       |               |                  |                         |
        line    | 0       | 0          | 0               | 0          | 1     | 1       |               |                  |                         |
        """);
  }

  @Test
  void whereAllGaveUpAtOnceThereIsNoServiceLevel() {
    assertDays(
        """
        day        | channel | kind      | wait_seconds
        2025-03-01 | line    | abandoned | 2
        """,
        """
        offered | short_abandoned | service_level | abandonment_rate
        1       | 1               |               | 1
        """);
  }

  @Test
  void daysWithoutResponsesAreThereForEveryChannel() {
    assertDays(
        """
        day        | channel | kind
        2025-03-01 | line    | answered
        2025-03-04 | web     | enrolled
        """,
        """
        day        | channel | answered | enrolments | unknown
        2025-03-01 | line    | 1        | 0          | 0
        2025-03-01 | web     | 0        | 0          | 0
        2025-03-02 | line    | 0        | 0          | 0
        2025-03-02 | web     | 0        | 0          | 0
        2025-03-03 | line    | 0        | 0          | 0
        2025-03-03 | web     | 0        | 0          | 0
        2025-03-04 | line    | 0        | 0          | 0
        2025-03-04 | web     | 0        | 1          | 0
        """);
  }

  @Test
  void aDateThatIsYearsOffDoesNotFillTheYearsBetween() {
    assertDays(
        """
        day        | channel | kind
        1970-01-01 | line    | answered
        2025-03-01 | line    | answered
        2025-03-03 | line    | answered
        """,
        """
        day        | answered
        1970-01-01 | 1
        2025-03-01 | 1
        2025-03-02 | 0
        2025-03-03 | 1
        """);
  }

  @Test
  void anIncidentWithoutResponsesHasNoDays() {
    tables.make(ResponseDaily.model(SILENT)).assertNoRows(ResponseDaily.TABLE);
  }

  private void assertDays(String responses, String days) {
    tables
        .given(Responses.TABLE, responses)
        .make(ResponseDaily.model(TINY))
        .assertRows(ResponseDaily.TABLE, days);
  }
}
