package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;

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
class DeliveryByDomainTest {
  private final SparkSession spark;
  private final TablesInMemory tables;

  DeliveryByDomainTest(SparkSession spark) {
    this.spark = spark;
    tables = new TablesInMemory(spark);
  }

  @Test
  void everyMessageCountsInTheStateInWhichItIs() {
    tables
        .given(
            Notices.TABLE,
            """
            provider | channel | domain | state        | sent_at
            ses      | email   | 7      | delivered    | 2025-03-01 10:00
            ses      | email   | 7      | complained   | 2025-03-01 10:01
            ses      | email   | 7      | hard_bounced | 2025-03-01 10:02
            ses      | email   | 7      | soft_bounced | 2025-03-01 10:03
            ses      | email   | 7      | suppressed   | 2025-03-01 10:04
            ses      | email   | 7      | pending      | 2025-03-01 10:05
            ses      | email   | 7      | rejected     | 2025-03-01 10:59
            printer  | post    |        | delivered    | 2025-03-01 10:00
            """)
        .make(DeliveryByDomain.model())
        .assertRows(
            DeliveryByDomain.TABLE,
            """
            channel | provider | domain | hour             | sent | delivered | hard_bounced | soft_bounced | suppressed | rejected | complained | pending
            email   | ses      | 7      | 2025-03-01 10:00 | 6    | 2         | 1            | 1            | 1          | 1        | 1          | 1
            post    | printer  | 0      | 2025-03-01 10:00 | 1    | 1         | 0            | 0            | 0          | 0        | 0          | 0
            """);
  }

  @Test
  void theHourIsTheOneInWhichAMessageWasSentAsFarAsThatIsKnown() {
    tables
        .given(
            Notices.TABLE,
            """
            provider | channel | domain | state     | sent_at          | first_event_at
            ses      | email   | 7      | delivered | 2025-03-01 10:59 | 2025-03-01 09:00
            ses      | email   | 7      | delivered |                  | 2025-03-01 11:00
            """)
        .make(DeliveryByDomain.model())
        .assertRows(
            DeliveryByDomain.TABLE,
            """
            hour             | sent
            2025-03-01 10:00 | 1
            2025-03-01 11:00 | 1
            """);
  }

  @Test
  void messagesOfTheHourThatClocksShowTwiceAreInTwoHoursOfOneDay() {
    // In Sydney it was half past two twice: at 15:30 and at 16:30 in UTC.
    tables
        .given(
            Notices.TABLE,
            """
            provider | channel | domain | state     | sent_at
            ses      | email   | 7      | delivered | 2025-04-05 12:30
            ses      | email   | 7      | delivered | 2025-04-05 15:30
            ses      | email   | 7      | delivered | 2025-04-05 16:30
            ses      | email   | 7      | delivered | 2025-04-06 13:30
            ses      | email   | 7      | delivered | 2025-04-06 14:30
            """)
        .make(DeliveryByDomain.model(), DeliveryHealthByHour.model(TINY))
        .assertRows(
            tables.rows(DeliveryHealthByHour.TABLE).where("recipient_domain = 'all domains'"),
            """
            hour             | day        | sent
            2025-04-05 12:00 | 2025-04-05 | 1
            2025-04-05 15:00 | 2025-04-06 | 1
            2025-04-05 16:00 | 2025-04-06 | 1
            2025-04-06 13:00 | 2025-04-06 | 1
            2025-04-06 14:00 | 2025-04-07 | 1
            """);
  }

  @Test
  void noHourIsCountedWhereClocksSkipOne() {
    // In Sydney clocks went from two to three: 15:59 in UTC was 01:59, 16:00 was 03:00.
    tables
        .given(
            Notices.TABLE,
            """
            provider | channel | domain | state     | sent_at
            ses      | email   | 7      | delivered | 2025-10-04 15:59
            ses      | email   | 7      | delivered | 2025-10-04 16:00
            """)
        .make(DeliveryByDomain.model(), DeliveryHealthByHour.model(TINY))
        .assertRows(
            tables.rows(DeliveryHealthByHour.TABLE).where("recipient_domain = 'all domains'"),
            """
            hour             | day        | sent
            2025-10-04 15:00 | 2025-10-05 | 1
            2025-10-04 16:00 | 2025-10-05 | 1
            """);
  }

  @Test
  void aMessageThatTurnsOutToBeSentEarlierChangesItsHourAndLeavesNoEmptyOne() {
    tables
        .added(BronzeTables.NOTICE_EVENTS, told("delivered | 2025-03-01 11:10"))
        .make(Notices.model(TINY), DeliveryByDomain.model())
        .added(BronzeTables.NOTICE_EVENTS, told("sent | 2025-03-01 10:50"))
        .follow(Notices.model(TINY))
        .follow(DeliveryByDomain.model())
        .assertRows(
            DeliveryByDomain.TABLE,
            """
            hour             | sent | delivered
            2025-03-01 10:00 | 1    | 1
            """);
  }

  private Dataset<Row> told(String event) {
    String header = "provider | channel | message_id | recipient | event | occurred_at\n";
    return Rows.of(
        spark,
        BronzeTables.NOTICE_EVENTS,
        header + "ses | email | M1 | ann@big.example | " + event);
  }
}
