package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Aware on 28 February 2025 at 13:30, UTC, which is 1 March in the zone of the incident. */
@ExtendWith(SparkSessionForTests.class)
class NoticeTimelinessTest {
  private final TablesInMemory tables;

  NoticeTimelinessTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void tellingIsCountedDownHourByHour() {
    given();

    tables
        .make(ReachCube.model(TINY), ReachedByHour.model(TINY))
        .assertRows(
            ReachedByHour.TABLE,
            """
            hour             | day        | written_to | reached | reached_so_far | not_reached
            2025-02-28 14:00 | 2025-03-01 | 4          | 0       | 0              | 5
            2025-02-28 15:00 | 2025-03-01 | 0          | 2       | 2              | 3
            2025-03-03 13:00 | 2025-03-04 | 0          | 1       | 3              | 2
            """);
  }

  @Test
  void everyoneIsInsideOutsideOpenOrMissedForEachDeadline() {
    given();

    tables
        .make(ReachCube.model(TINY), ReachedByHour.model(TINY), NoticeTimeliness.model(TINY))
        .assertRows(
            NoticeTimeliness.TABLE,
            """
            deadline  | ends_at          | as_of            | people_to_notify | inside | outside | open | missed | share_inside | hours_to_first_sent | hours_to_first_reached | hours_to_half_reached | hours_to_90_reached | reached_in_last_7_days | all_reached_at
            none      |                  | 2025-03-04 00:00 | 5                | 3      | 0       | 2    | 0      | 0.6          | 0.5                 | 1.75                   | 73                    |                     | 3                      | 2025-03-06 08:00
            authority | 2025-03-03 13:30 | 2025-03-04 00:00 | 5                | 2      | 1       | 0    | 2      | 0.4          | 0.5                 | 1.75                   | 73                    |                     | 3                      | 2025-03-06 08:00
            """);
  }

  private void given() {
    tables
        .given(
            ToldPeople.table(TINY),
            """
            person_id | must_be_told | reach       | first_sent_at    | reached_at
            p1        | true         | reached     | 2025-02-28 14:00 | 2025-02-28 15:15
            p2        | true         | reached     | 2025-02-28 14:10 | 2025-02-28 15:59
            p3        | true         | reached     | 2025-02-28 14:20 | 2025-03-03 13:45
            p4        | true         | pending     | 2025-02-28 14:30 |
            p5        | true         | unreachable |                  |
            p6        | false        | reached     | 2025-02-28 10:00 | 2025-02-28 10:01
            """)
        .given(
            Notices.TABLE,
            """
            message_id | last_event_at
            M1         | 2025-03-01 00:00
            M2         | 2025-03-04 00:00
            """);
  }
}
