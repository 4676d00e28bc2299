package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.identity.People;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody is alone in a region that says what became of their messages. */
@ExtendWith(SparkSessionForTests.class)
class ReachCubeTest {
  private final TablesInMemory tables;

  ReachCubeTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void oneMessageThatArrivedIsEnough() {
    assertReach(
        """
        person_id | region                        | contact_channels
        p1        | delivered                     | 1
        p2        | complained                    | 1
        p3        | came back, second arrived     | 1
        p4        | arrived by post without email | 2
        p5        | spoken to with another        | 0
        """,
        """
        message_id | channel | state        | person_ids
        M1         | email   | delivered    | [p1]
        M2         | email   | complained   | [p2]
        M3         | email   | hard_bounced | [p3]
        M4         | email   | delivered    | [p3]
        M5         | post    | delivered    | [p4]
        M6         | post    | delivered    | [p4, p5]
        """,
        """
        region                        | reach   | people
        delivered                     | reached | 1
        complained                    | reached | 1
        came back, second arrived     | reached | 1
        arrived by post without email | reached | 1
        spoken to with another        | reached | 1
        """);
  }

  @Test
  void somebodyIsUnreachableWhenEveryChannelHasFailed() {
    assertReach(
        """
        person_id | region                   | contact_channels
        p1        | no address               | 0
        p2        | only channel failed      | 1
        p3        | both failed              | 3
        p4        | refused                  | 1
        """,
        """
        message_id | channel | state        | person_ids
        M2         | email   | hard_bounced | [p2]
        M3         | email   | hard_bounced | [p3]
        M4         | post    | hard_bounced | [p3]
        M5         | email   | rejected     | [p4]
        """,
        """
        region              | reach       | people
        no address          | unreachable | 1
        only channel failed | unreachable | 1
        both failed         | unreachable | 1
        refused             | unreachable | 1
        """);
  }

  @Test
  void everyoneElseIsPending() {
    assertReach(
        """
        person_id | region                       | contact_channels
        p1        | nothing sent                 | 1
        p2        | on its way                   | 1
        p3        | came back for now            | 1
        p4        | came back, letter is next    | 3
        p5        | came back, another on way    | 1
        p6        | on its way, address unknown  | 0
        """,
        """
        message_id | channel | state        | person_ids
        M2         | email   | pending      | [p2]
        M3         | email   | soft_bounced | [p3]
        M4         | email   | hard_bounced | [p4]
        M5         | email   | hard_bounced | [p5]
        M6         | email   | pending      | [p5]
        M7         | post    | pending      | [p6]
        """,
        """
        region                      | reach   | people
        nothing sent                | pending | 1
        on its way                  | pending | 1
        came back for now           | pending | 1
        came back, letter is next   | pending | 1
        came back, another on way   | pending | 1
        on its way, address unknown | pending | 1
        """);
  }

  @Test
  void countsThoseApartWhoNeedNotBeTold() {
    assertReach(
        """
        person_id | must_be_told | region | contact_channels
        p1        | true         | NSW    | 1
        p2        | true         | NSW    | 1
        p3        | false        | NSW    | 1
        """,
        """
        message_id | channel | state | person_ids
        """,
        """
        must_be_told | region | reach   | people
        true         | NSW    | pending | 2
        false        | NSW    | pending | 1
        """);
  }

  private void assertReach(String people, String notices, String text) {
    tables
        .given(People.table(TINY), people)
        .given(Notices.TABLE, notices)
        .make(ToldPeople.model(TINY), ReachCube.model(TINY))
        .assertRows(ReachCube.table(TINY), text);
  }
}
