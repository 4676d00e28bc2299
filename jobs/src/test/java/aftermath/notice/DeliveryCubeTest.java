package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.identity.People;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class DeliveryCubeTest {
  private final TablesInMemory tables;

  DeliveryCubeTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
    tables.given(
        People.table(TINY),
        """
        person_id | region | age
        p1        | NSW    | adult
        p2        | NSW    | adult
        p3        | VIC    | minor
        """);
  }

  @Test
  void aDayIsOneInTheTimeZoneOfTheIncident() {
    assertCube(
        """
        message_id              | state     | state_at            | person_ids
        last second of summer   | delivered | 2025-03-01 12:59:59 | []
        midnight in summer time | delivered | 2025-03-01 13:00:00 | []
        before clocks go back   | delivered | 2025-04-05 15:30:00 | []
        after clocks went back  | delivered | 2025-04-05 16:30:00 | []
        end of the long day     | delivered | 2025-04-06 13:59:59 | []
        midnight in winter time | delivered | 2025-04-06 14:00:00 | []
        """,
        """
        day        | notices
        2025-03-01 | 1
        2025-03-02 | 1
        2025-04-06 | 3
        2025-04-07 | 1
        """);
  }

  @Test
  void aMessageToSeveralPeopleIsOneMessage() {
    assertCube(
        """
        message_id | state     | state_at         | person_ids   | opened_at        | machine_opened_at | clicked_at
        M1         | delivered | 2025-03-01 10:00 | [p1, p2, p3] | 2025-03-01 11:00 | 2025-03-01 10:01  | 2025-03-01 11:01
        M2         | delivered | 2025-03-01 10:00 | [p3]         |                  | 2025-03-01 10:01  |
        """,
        """
        region | age   | notices | people | opened | machine_opened | clicked
        NSW    | adult | 1       | 2      | 1      | 0              | 1
        VIC    | minor | 1       | 2      | 0      | 1              | 0
        """);
  }

  @Test
  void aMessageToNobodyWhoIsKnownIsCountedToo() {
    assertCube(
        """
        message_id | state   | state_at         | person_ids
        M1         | pending | 2025-03-01 10:00 | []
        M2         | pending | 2025-03-01 10:00 | [p9]
        """,
        """
        state   | region  | age     | notices | people
        pending | unknown | unknown | 2       | 1
        """);
  }

  @Test
  void wavesChannelsProvidersAndStatesAreApart() {
    assertCube(
        """
        message_id | wave   | channel | provider | state     | state_at         | person_ids
        M1         | first  | email   | ses      | delivered | 2025-03-01 10:00 | [p1]
        M2         | first  | email   | ses      | delivered | 2025-03-01 10:00 | [p2]
        M3         | second | email   | ses      | delivered | 2025-03-01 10:00 | [p1]
        M4         | first  | post    | printer  | pending   | 2025-03-01 10:00 | [p1]
        """,
        """
        wave   | channel | provider | state     | notices | people
        first  | email   | ses      | delivered | 2       | 2
        second | email   | ses      | delivered | 1       | 1
        first  | post    | printer  | pending   | 1       | 1
        """);
  }

  private void assertCube(String notices, String text) {
    tables
        .given(Notices.TABLE, notices)
        .make(DeliveryCube.model(TINY))
        .assertRows(DeliveryCube.table(TINY), text);
  }
}
