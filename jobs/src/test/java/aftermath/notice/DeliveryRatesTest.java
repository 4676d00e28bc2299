package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class DeliveryRatesTest {
  private final TablesInMemory tables;

  DeliveryRatesTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void areOverTheMessagesThatWereSentOrDelivered() {
    tables
        .given(
            DeliveryCube.table(TINY),
            """
            wave  | channel | provider | state        | region | notices | opened | machine_opened | clicked
            first | email   | ses      | delivered    | NSW    | 50      | 20     | 5              | 4
            first | email   | ses      | delivered    | VIC    | 20      | 10     | 0              | 2
            first | email   | ses      | complained   | NSW    | 10      | 2      | 1              | 2
            first | email   | ses      | hard_bounced | NSW    | 10      | 0      | 0              | 0
            first | email   | ses      | soft_bounced | NSW    | 4       | 0      | 0              | 0
            first | email   | ses      | suppressed   | NSW    | 2       | 0      | 0              | 0
            first | email   | ses      | pending      | NSW    | 4       | 0      | 0              | 0
            first | email   | ses      | rejected     | NSW    | 7       | 0      | 0              | 0
            """)
        .make(DeliveryRates.model(TINY))
        .assertRows(
            DeliveryRates.TABLE,
            """
            sent | delivered | hard_bounced | soft_bounced | suppressed | rejected | complained | opened | machine_opened | clicked | pending | delivery_rate | bounce_rate | complaint_rate | open_rate | click_rate
            100  | 80        | 10           | 4            | 2          | 7        | 10         | 32     | 6              | 8       | 4       | 0.8           | 0.1         | 0.125          | 0.4       | 0.1
            """);
  }

  @Test
  void thereAreNoneWhereNothingWasSent() {
    tables
        .given(
            DeliveryCube.table(TINY),
            """
            wave  | channel | provider | state    | notices | opened | machine_opened | clicked
            first | email   | ses      | rejected | 7       | 0      | 0              | 0
            """)
        .make(DeliveryRates.model(TINY))
        .assertRows(
            DeliveryRates.TABLE,
            """
            sent | rejected | delivery_rate | bounce_rate | complaint_rate | open_rate | click_rate
            0    | 7        |               |             |                |           |
            """);
  }
}
