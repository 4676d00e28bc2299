package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.identity.People;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** E-mail is channel 1 and post channel 2; a person's id says what became of their messages. */
@ExtendWith(SparkSessionForTests.class)
class ToldPeopleTest {
  private static final String PEOPLE =
      """
      person_id            | must_be_told | contact_channels | region
      arrived              | true         | 3                | NSW
      arrived by post      | true         | 3                | NSW
      complained           | true         | 3                | NSW
      on its way           | true         | 3                | NSW
      back but another on way | true         | 3                | NSW
      back for now         | true         | 1                | VIC
      back for now at home | true         | 3                | VIC
      back for good        | true         | 3                | VIC
      both back            | true         | 3                | VIC
      refused at home      | true         | 3                | VIC
      on the list          | true         | 1                | VIC
      not written to       | true         | 2                | QLD
      nowhere              | true         | 0                | QLD
      need not know        | false        | 3                | QLD
      """;
  private static final String NOTICES =
      """
      message_id | channel | state        | state_at         | sent_at          | delivered_at     | person_ids
      M1         | email   | delivered    | 2025-03-02 10:00 | 2025-03-01 10:00 | 2025-03-02 10:00 | [arrived]
      M2         | email   | pending      | 2025-03-05 10:00 | 2025-03-05 10:00 |                  | [arrived]
      M3         | email   | hard_bounced | 2025-03-02 10:00 | 2025-03-01 10:00 |                  | [arrived by post]
      M4         | post    | delivered    | 2025-03-12 10:00 | 2025-03-03 10:00 | 2025-03-12 10:00 | [arrived by post]
      M5         | email   | complained   | 2025-03-03 10:00 | 2025-03-01 10:00 | 2025-03-01 11:00 | [complained]
      M6         | email   | pending      | 2025-03-01 10:00 | 2025-03-01 10:00 |                  | [on its way]
      M7         | email   | hard_bounced | 2025-03-01 11:00 | 2025-03-01 10:00 |                  | [back but another on way]
      M8         | post    | pending      | 2025-03-02 10:00 | 2025-03-02 10:00 |                  | [back but another on way]
      M9         | email   | soft_bounced | 2025-03-01 12:00 | 2025-03-01 10:00 |                  | [back for now, back for now at home]
      M11        | email   | hard_bounced | 2025-03-01 13:00 | 2025-03-01 10:00 |                  | [back for good]
      M12        | email   | hard_bounced | 2025-03-01 13:00 | 2025-03-01 10:00 |                  | [both back]
      M13        | post    | hard_bounced | 2025-03-09 13:00 | 2025-03-02 10:00 |                  | [both back]
      M14        | email   | rejected     | 2025-03-01 14:00 |                  |                  | [refused at home]
      M15        | email   | suppressed   | 2025-03-01 15:00 | 2025-03-01 10:00 |                  | [on the list]
      """;

  private final TablesInMemory tables;

  ToldPeopleTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void everyoneHasAReasonANextStepAndATimeSinceWhen() {
    tables
        .given(People.table(TINY), PEOPLE)
        .given(Notices.TABLE, NOTICES)
        .make(ToldPeople.model(TINY), OutstandingPeople.model(TINY))
        .assertRows(
            ToldPeople.table(TINY),
            """
            person_id            | reach       | reason            | next_step   | since            | messages | reached_at       | reached_by
            arrived              | reached     | reached           |             | 2025-03-02 10:00 | 2        | 2025-03-02 10:00 | email
            arrived by post      | reached     | reached           |             | 2025-03-12 10:00 | 2        | 2025-03-12 10:00 | post
            complained           | reached     | reached           |             | 2025-03-01 11:00 | 1        | 2025-03-01 11:00 | email
            on its way           | pending     | on_its_way        | wait        | 2025-03-01 10:00 | 1        |                  |
            back but another on way | pending     | on_its_way        | wait        | 2025-03-02 10:00 | 2        |                  |
            back for now         | pending     | came_back_for_now | email       | 2025-03-01 12:00 | 1        |                  |
            back for now at home | pending     | came_back_for_now | post        | 2025-03-01 12:00 | 1        |                  |
            back for good        | pending     | failed            | post        | 2025-03-01 13:00 | 1        |                  |
            both back            | unreachable | failed            | publication | 2025-03-09 13:00 | 2        |                  |
            refused at home      | pending     | failed            | post        | 2025-03-01 14:00 | 1        |                  |
            on the list          | unreachable | failed            | publication | 2025-03-01 15:00 | 1        |                  |
            not written to       | pending     | not_written_to    | post        | 2025-02-28 13:30 | 0        |                  |
            nowhere              | unreachable | no_address        | publication | 2025-02-28 13:30 | 0        |                  |
            need not know        | pending     | not_written_to    | email       | 2025-02-28 13:30 | 0        |                  |
            """);
  }

  @Test
  void whoIsLeftIsWhoMustBeToldAndIsNot() {
    tables
        .given(People.table(TINY), PEOPLE)
        .given(Notices.TABLE, NOTICES)
        .make(ToldPeople.model(TINY), ReachCube.model(TINY), OutstandingNotices.model(TINY))
        .assertRows(
            tables.rows(OutstandingNotices.TABLE).where("segment = 'region'"),
            """
            reason            | next_step   | value | people
            on_its_way        | wait        | NSW   | 2
            came_back_for_now | email       | VIC   | 1
            came_back_for_now | post        | VIC   | 1
            failed            | post        | VIC   | 2
            failed            | publication | VIC   | 2
            not_written_to    | post        | QLD   | 1
            no_address        | publication | QLD   | 1
            """);
  }
}
