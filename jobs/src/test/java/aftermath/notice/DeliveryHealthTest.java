package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;
import static aftermath.testing.TinyIncident.tinyBut;

import aftermath.incident.Incident;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class DeliveryHealthTest {
  private final TablesInMemory tables;

  DeliveryHealthTest(SparkSession spark) {
    tables =
        new TablesInMemory(spark)
            .given(
                RecipientDomains.TABLE,
                """
                number | name
                1      | big.example
                2      | middle.example
                3      | small.example
                4      | ann-lee.example
                """);
  }

  @Test
  void ratesAreOverTheMessagesThatWereSentOrDelivered() {
    given(
        """
        channel | provider | domain | hour             | sent | delivered | hard_bounced | soft_bounced | suppressed | rejected | complained | pending
        email   | ses      | 1      | 2025-03-01 10:00 | 600  | 500       | 30           | 40           | 20         | 5        | 1          | 10
        email   | ses      | 1      | 2025-03-01 11:00 | 400  | 300       | 10           | 30           | 10         | 2        | 3          | 50
        """);
    String columns =
        "recipient_domain | sent | delivered | hard_bounced | soft_bounced | suppressed | rejected | complained | pending | bounce_rate | complaint_rate\n";
    tables.assertRows(
        DeliveryHealth.TABLE,
        columns
            + """
            big.example | 1000 | 800 | 40 | 70 | 30 | 7 | 4 | 60 | 0.04 | 0.005
            all domains | 1000 | 800 | 40 | 70 | 30 | 7 | 4 | 60 | 0.04 | 0.005
            """);
    tables.assertRows(
        tables.rows(DeliveryHealthByHour.TABLE).where("recipient_domain = 'big.example'"),
        "hour | "
            + columns
            + """
            2025-03-01 10:00 | big.example | 600 | 500 | 30 | 40 | 20 | 5 | 1 | 10 | 0.05  | 0.002
            2025-03-01 11:00 | big.example | 400 | 300 | 10 | 30 | 10 | 2 | 3 | 50 | 0.025 | 0.01
            """);
  }

  @Test
  void thereAreNoRatesWhereNothingWasSent() {
    given(
        """
        channel | provider | domain | sent | delivered | hard_bounced | rejected | complained
        email   | ses      | 0      | 0    | 0         | 0            | 7        | 0
        """);
    tables.assertRows(
        DeliveryHealth.TABLE,
        """
        recipient_domain | sent | rejected | bounce_rate | complaint_rate | bounce_standing | complaint_standing
        none             | 0    | 7        |             |                | too_few         | too_few
        all domains      | 0    | 7        |             |                | too_few         | too_few
        """);
  }

  @Test
  void aDomainIsNamedForAThousandMessagesOrOneOfAHundredOfItsChannelAndTheRestIsPooled() {
    given(
        """
        channel | provider | domain | hour             | sent
        email   | ses      | 0      | 2025-03-01 10:00 | 400
        email   | ses      | 1      | 2025-03-01 10:00 | 998501
        email   | ses      | 2      | 2025-03-01 10:00 | 600
        email   | sendgrid | 2      | 2025-03-01 11:00 | 400
        email   | ses      | 3      | 2025-03-01 10:00 | 90
        email   | ses      | 4      | 2025-03-01 10:00 | 9
        notes   | ses      | 3      | 2025-03-01 10:00 | 100
        notes   | ses      | 1      | 2025-03-01 10:00 | 9900
        """);
    tables.assertRows(
        DeliveryHealth.TABLE,
        """
        channel | provider | recipient_domain | sent
        email   | ses      | none             | 400
        email   | ses      | big.example      | 998501
        email   | ses      | middle.example   | 600
        email   | ses      | other domains    | 99
        email   | ses      | all domains      | 999600
        email   | sendgrid | middle.example   | 400
        email   | sendgrid | all domains      | 400
        notes   | ses      | small.example    | 100
        notes   | ses      | big.example      | 9900
        notes   | ses      | all domains      | 10000
        """);
  }

  @Test
  void aDomainOfFewMessagesIsNotNamedHoweverLargeItsShare() {
    String counts =
        """
        channel | provider | domain | sent
        email   | ses      | 4      | 99
        """;
    given(counts);
    tables.assertRows(
        DeliveryHealth.TABLE, "recipient_domain | sent\nother domains | 99\nall domains | 99");
    given(tinyBut("recipients:", "disclosure: { minimum_frequency: 9 }\nrecipients:"), counts);
    tables.assertRows(
        DeliveryHealth.TABLE, "recipient_domain | sent\nann-lee.example | 99\nall domains | 99");
  }

  @Test
  void aDomainIsNamedInEveryHourOrInNone() {
    given(
        """
        channel | provider | domain | hour             | sent
        email   | ses      | 1      | 2025-03-01 10:00 | 99999
        email   | ses      | 1      | 2025-03-01 11:00 | 1
        email   | ses      | 4      | 2025-03-01 11:00 | 11
        """);
    tables.assertRows(
        DeliveryHealthByHour.TABLE,
        """
        hour             | recipient_domain | sent
        2025-03-01 10:00 | big.example      | 99999
        2025-03-01 10:00 | all domains      | 99999
        2025-03-01 11:00 | big.example      | 1
        2025-03-01 11:00 | other domains    | 11
        2025-03-01 11:00 | all domains      | 12
        """);
  }

  @Test
  void aRateThatIsEqualToALineHasReachedIt() {
    given(
        """
        channel | provider | domain | hour             | sent  | delivered | hard_bounced | complained
        email   | ses      | 1      | 2025-03-01 01:00 | 10000 | 0         | 499          | 0
        email   | ses      | 1      | 2025-03-01 02:00 | 10000 | 0         | 500          | 0
        email   | ses      | 1      | 2025-03-01 03:00 | 10000 | 0         | 999          | 0
        email   | ses      | 1      | 2025-03-01 04:00 | 10000 | 0         | 1000         | 0
        email   | ses      | 1      | 2025-03-01 05:00 | 10000 | 10000     | 0            | 9
        email   | ses      | 1      | 2025-03-01 06:00 | 10000 | 10000     | 0            | 10
        email   | ses      | 1      | 2025-03-01 07:00 | 10000 | 10000     | 0            | 49
        email   | ses      | 1      | 2025-03-01 08:00 | 10000 | 10000     | 0            | 50
        """);
    assertStandings(
        """
        hour             | bounce_standing | complaint_standing
        2025-03-01 01:00 | ok              | too_few
        2025-03-01 02:00 | review          | too_few
        2025-03-01 03:00 | review          | too_few
        2025-03-01 04:00 | pause           | too_few
        2025-03-01 05:00 | ok              | ok
        2025-03-01 06:00 | ok              | review
        2025-03-01 07:00 | ok              | review
        2025-03-01 08:00 | ok              | pause
        """);
  }

  @Test
  void ofFewerThanFiftyMessagesThereIsNoStanding() {
    given(
        """
        channel | provider | domain | hour             | sent | delivered | hard_bounced | complained
        email   | ses      | 1      | 2025-03-01 01:00 | 49   | 49        | 20           | 20
        email   | ses      | 1      | 2025-03-01 02:00 | 50   | 50        | 20           | 20
        email   | ses      | 1      | 2025-03-01 03:00 | 50   | 49        | 20           | 20
        """);
    assertStandings(
        """
        hour             | bounce_standing | complaint_standing
        2025-03-01 01:00 | too_few         | too_few
        2025-03-01 02:00 | pause           | pause
        2025-03-01 03:00 | pause           | too_few
        """);
  }

  @Test
  void oneComplaintAloneReachesNoLine() {
    given(
        """
        channel | provider | domain | hour             | sent | delivered | hard_bounced | complained
        email   | ses      | 1      | 2025-03-01 01:00 | 900  | 900       | 0            | 0
        email   | ses      | 1      | 2025-03-01 02:00 | 900  | 900       | 1            | 1
        email   | ses      | 1      | 2025-03-01 03:00 | 900  | 900       | 2            | 2
        email   | ses      | 1      | 2025-03-01 04:00 | 2000 | 2000      | 0            | 1
        """);
    assertStandings(
        """
        hour             | bounce_standing | complaint_standing
        2025-03-01 01:00 | ok              | ok
        2025-03-01 02:00 | ok              | too_few
        2025-03-01 03:00 | ok              | review
        2025-03-01 04:00 | ok              | ok
        """);
  }

  @Test
  void theIncidentFileMayDrawOtherLines() {
    given(
        tinyBut(
            "  deadlines:",
            "  health: { bounce: { review: 0.02, pause: 0.03 }, complaint: { pause: 0.002 } }\n  deadlines:"),
        """
        channel | provider | domain | hour             | sent | delivered | hard_bounced | complained
        email   | ses      | 1      | 2025-03-01 01:00 | 1000 | 1000      | 20           | 0
        email   | ses      | 1      | 2025-03-01 02:00 | 1000 | 1000      | 30           | 2
        """);
    assertStandings(
        """
        hour             | bounce_standing | complaint_standing
        2025-03-01 01:00 | review          | ok
        2025-03-01 02:00 | pause           | pause
        """);
  }

  @Test
  void lettersHaveRatesAndNoStanding() {
    given(
        """
        channel | provider | domain | sent | delivered | hard_bounced | complained
        post    | printer  | 0      | 1000 | 800       | 200          | 0
        """);
    tables.assertRows(
        DeliveryHealth.TABLE,
        """
        recipient_domain | bounce_rate | bounce_standing | complaint_standing
        none             | 0.2         |                 |
        all domains      | 0.2         |                 |
        """);
  }

  private void given(String counts) {
    given(TINY, counts);
  }

  private void given(Incident incident, String counts) {
    tables
        .given(DeliveryByDomain.TABLE, counts)
        .make(DeliveryHealthByHour.model(incident), DeliveryHealth.model(incident));
  }

  private void assertStandings(String text) {
    tables.assertRows(
        tables.rows(DeliveryHealthByHour.TABLE).where("recipient_domain = 'big.example'"), text);
  }
}
