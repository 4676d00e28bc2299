package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.identity.People;
import aftermath.intake.BronzeTables;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class NoticesTest {
  private final TablesInMemory tables;

  NoticesTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void oneRowTellsWhatHappenedToAMessage() {
    assertNotices(
        """
        provider | channel | message_id | event        | occurred_at      | wave
        ses      | email   | M1         | sent         | 2025-03-01 10:00 | first
        ses      | email   | M1         | soft_bounced | 2025-03-01 10:01 | first
        ses      | email   | M1         | soft_bounced | 2025-03-01 11:01 | first
        ses      | email   | M1         | delivered    | 2025-03-01 12:00 | first
        ses      | email   | M1         | opened       | 2025-03-02 08:00 | first
        ses      | email   | M1         | opened       | 2025-03-03 08:00 | first
        """,
        """
        message_id | wave  | state     | state_at         | sent_at          | soft_bounced_at  | opened_at        | clicked_at | last_event_at
        M1         | first | delivered | 2025-03-01 12:00 | 2025-03-01 10:00 | 2025-03-01 11:01 | 2025-03-02 08:00 |            | 2025-03-03 08:00
        """);
  }

  @Test
  void theStrongestEventDecidesWhateverCameLast() {
    assertNotices(
        """
        provider | channel | message_id      | event        | occurred_at
        ses      | email   | back at last    | delivered    | 2025-03-01 10:00
        ses      | email   | back at last    | hard_bounced | 2025-03-01 11:00
        ses      | email   | there at last   | soft_bounced | 2025-03-01 10:00
        ses      | email   | there at last   | delivered    | 2025-03-01 11:00
        ses      | email   | not wanted      | delivered    | 2025-03-01 10:00
        ses      | email   | not wanted      | hard_bounced | 2025-03-01 11:00
        ses      | email   | not wanted      | complained   | 2025-03-01 12:00
        ses      | email   | looked at       | opened       | 2025-03-01 10:00
        ses      | email   | looked at       | clicked      | 2025-03-01 11:00
        ses      | email   | never sent      | sent         | 2025-03-01 10:00
        ses      | email   | never sent      | rejected     | 2025-03-01 10:01
        ses      | email   | on the list     | sent         | 2025-03-01 10:00
        ses      | email   | on the list     | suppressed   | 2025-03-01 10:01
        ses      | email   | on the list     | soft_bounced | 2025-03-01 10:02
        ses      | email   | fetched         | machine_opened | 2025-03-01 10:01
        """,
        """
        message_id    | state        | state_at
        back at last  | hard_bounced | 2025-03-01 11:00
        there at last | delivered    | 2025-03-01 11:00
        not wanted    | complained   | 2025-03-01 12:00
        looked at     | pending      | 2025-03-01 10:00
        never sent    | rejected     | 2025-03-01 10:01
        on the list   | suppressed   | 2025-03-01 10:01
        fetched       | pending      | 2025-03-01 10:01
        """);
  }

  @Test
  void whereThePolicySaysSoALetterThatHasNotComeBackIsPresumedDelivered() {
    assertNotices(
        """
        provider | channel | message_id  | event        | occurred_at
        printer  | post    | ten days    | sent         | 2025-03-01 10:00
        printer  | post    | nine days   | sent         | 2025-03-02 10:00
        printer  | post    | back        | sent         | 2025-03-01 10:00
        printer  | post    | back        | hard_bounced | 2025-03-05 10:00
        printer  | post    | back for now | sent        | 2025-03-01 10:00
        printer  | post    | back for now | soft_bounced | 2025-03-05 10:00
        printer  | post    | refused     | sent         | 2025-03-01 10:00
        printer  | post    | refused     | rejected     | 2025-03-01 11:00
        printer  | post    | not sent    | unknown      | 2025-03-01 11:00
        ses      | email   | no letter   | sent         | 2025-03-01 10:00
        ses      | email   | today       | sent         | 2025-03-11 10:00
        """,
        """
        message_id   | state        | delivered_at     | state_at
        ten days     | delivered    | 2025-03-11 10:00 | 2025-03-11 10:00
        nine days    | pending      |                  | 2025-03-02 10:00
        back         | hard_bounced |                  | 2025-03-05 10:00
        back for now | soft_bounced |                  | 2025-03-05 10:00
        refused      | rejected     |                  | 2025-03-01 11:00
        not sent     | pending      |                  | 2025-03-01 11:00
        no letter    | pending      |                  | 2025-03-01 10:00
        today        | pending      |                  | 2025-03-11 10:00
        """);
  }

  @Test
  void aLetterOfWhichSomethingUnknownIsToldIsNotPresumedDelivered() {
    assertNotices(
        """
        provider | channel | message_id | event     | occurred_at
        printer  | post    | silent     | sent      | 2025-03-01 10:00
        printer  | post    | told of    | sent      | 2025-03-01 10:00
        printer  | post    | told of    | unknown   | 2025-03-05 10:00
        printer  | post    | told of    | unknown   | 2025-03-06 10:00
        printer  | post    | arrived    | delivered | 2025-03-02 10:00
        printer  | post    | arrived    | unknown   | 2025-03-20 10:00
        """,
        """
        message_id | state     | unknown_at
        silent     | delivered |
        told of    | pending   | 2025-03-06 10:00
        arrived    | delivered | 2025-03-20 10:00
        """);
  }

  @Test
  void aLetterThatWasPrintedBeforeItWasSentIsPresumedDeliveredLikeAnyOther() {
    assertNotices(
        """
        provider | channel | message_id | event | occurred_at
        printer  | post    | L1         | noted | 2025-02-28 10:00
        printer  | post    | L1         | sent  | 2025-03-01 10:00
        printer  | post    | L2         | sent  | 2025-03-20 10:00
        """,
        """
        message_id | state     | unknown_at
        L1         | delivered |
        L2         | pending   |
        """);
  }

  @Test
  void aLetterThatComesBackLateHasNotArrived() {
    assertNotices(
        """
        provider | channel | message_id | event        | occurred_at
        printer  | post    | L1         | sent         | 2025-03-01 10:00
        printer  | post    | L1         | hard_bounced | 2025-03-25 10:00
        """,
        """
        message_id | state        | state_at
        L1         | hard_bounced | 2025-03-25 10:00
        """);
  }

  @Test
  void anIdentifierNamesThePerson() {
    givenPeople();

    assertNotices(
        """
        provider | channel | message_id | event | person | person_attribute | recipient
        ses      | email   | M1         | sent  | c 1    | customer_id      | home@one.example
        printer  | post    | L1         | sent  | C1     | customer_id      |
        """,
        """
        provider | message_id | person_ids
        ses      | M1         | [p1]
        printer  | L1         | [p1]
        """);
  }

  @Test
  void withoutAnIdentifierAMessageSpeaksToEveryoneAtItsAddress() {
    givenPeople();

    assertNotices(
        """
        provider | channel | message_id | event | person | person_attribute | recipient
        ses      | email   | M1         | sent  |        |                  | Home@One.example
        ses      | email   | M2         | sent  | C9     | customer_id      | home@one.example
        ses      | email   | M3         | sent  |        |                  | nobody@one.example
        ses      | email   | M4         | sent  |        |                  |
        """,
        """
        message_id | person_ids
        M1         | [p2, p3]
        M2         | [p2, p3]
        M3         | []
        M4         | []
        """);
  }

  @Test
  void anIdentifierInOneOfTheEventsIsEnough() {
    givenPeople();

    assertNotices(
        """
        provider | channel | message_id | event     | person | person_attribute | recipient        | wave
        ses      | email   | M1         | sent      | C1     | customer_id      |                  |
        ses      | email   | M1         | delivered |        |                  | home@one.example | second
        """,
        """
        message_id | person_ids | wave
        M1         | [p1]       | second
        """);
  }

  @Test
  void providersMayCallTheirMessagesTheSame() {
    assertNotices(
        """
        provider | channel | message_id | event        | occurred_at
        ses      | email   | 1          | delivered    | 2025-03-01 10:00
        printer  | post    | 1          | hard_bounced | 2025-03-01 10:00
        """,
        """
        provider | message_id | channel | state        | wave
        ses      | 1          | email   | delivered    | unknown
        printer  | 1          | post    | hard_bounced | unknown
        """);
  }

  private void givenPeople() {
    tables.given(
        People.table(TINY),
        """
        person_id | contact_customer_id | contact_email
        p1        | C1                  | kim@one.example
        p2        | C2                  | home@one.example
        p3        |                     | home@one.example
        """);
  }

  private void assertNotices(String events, String text) {
    tables
        .given(BronzeTables.NOTICE_EVENTS, events)
        .make(Notices.model(TINY))
        .assertRows(Notices.TABLE, text);
  }
}
