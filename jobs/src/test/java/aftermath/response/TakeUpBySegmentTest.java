package aftermath.response;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.notice.ReachCube;
import aftermath.notice.ToldPeople;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class TakeUpBySegmentTest {
  private static final String PEOPLE =
      """
      person_id | reach       | must_be_told | region | age
      ann       | reached     | true         | NSW    | adult
      bob       | reached     | true         | NSW    | adult
      cleo      | reached     | false        | VIC    | adult
      dan       | pending     | true         | VIC    | minor
      eve       | unreachable | true         | NSW    | minor
      """;

  private final TablesInMemory tables;

  TakeUpBySegmentTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void whoeverWasReachedIsTheBaseAndEachCountsOncePerKind() {
    assertTakeUp(
        """
        person_id | kind
        ann       | answered
        ann       | abandoned
        ann       | abandoned
        ann       | enrolled
        ann       | enrolled
        bob       | abandoned
        cleo      | password_reset
        cleo      | mfa_reset
        """,
        """
        segment | value | notified | called | enrolled | reset_password | reset_mfa | call_rate          | enrolment_rate     | password_reset_rate | mfa_reset_rate
        region  | NSW   | 2        | 2      | 1        | 0              | 0         | 1                  | 0.5                | 0                   | 0
        region  | VIC   | 1        | 0      | 0        | 1              | 1         | 0                  | 0                  | 1                   | 1
        age     | adult | 3        | 2      | 1        | 1              | 1         | 0.6666666666666666 | 0.3333333333333333 | 0.3333333333333333  | 0.3333333333333333
        age     | minor | 0        | 0      | 0        | 0              | 0         |                    |                    |                     |
        """);
  }

  @Test
  void whoActedThoughNoNoticeReachedThemIsCountedApart() {
    assertTakeUp(
        """
        person_id | kind
        dan       | answered
        dan       | enrolled
        dan       | enrolled
        eve       | mfa_reset
        eve       | password_reset
        bob       | enrolled
        """,
        """
        segment | value | notified | called | enrolled | called_not_notified | enrolled_not_notified | reset_password_not_notified | reset_mfa_not_notified
        region  | NSW   | 2        | 0      | 1        | 0                   | 0                     | 1                           | 1
        region  | VIC   | 1        | 0      | 0        | 1                   | 1                     | 0                           | 0
        age     | adult | 3        | 0      | 1        | 0                   | 0                     | 0                           | 0
        age     | minor | 0        | 0      | 0        | 1                   | 1                     | 1                           | 1
        """);
  }

  @Test
  void whatNamesNobodyAndWhatNobodyKnowsIsInNoRate() {
    assertTakeUp(
        """
        person_id | kind
                  | answered
                  | enrolled
        ann       | unknown
        ann       | noted
        zoe       | enrolled
        """,
        """
        segment | value | called | enrolled | called_not_notified | enrolled_not_notified
        region  | NSW   | 0      | 0        | 0                   | 0
        region  | VIC   | 0      | 0        | 0                   | 0
        age     | adult | 0      | 0        | 0                   | 0
        age     | minor | 0      | 0        | 0                   | 0
        """);
  }

  private void assertTakeUp(String responses, String takeUp) {
    tables
        .given(ToldPeople.table(TINY), PEOPLE)
        .given(Responses.TABLE, responses)
        .make(ReachCube.model(TINY), TakeUpBySegment.model(TINY))
        .assertRows(TakeUpBySegment.TABLE, takeUp);
  }
}
