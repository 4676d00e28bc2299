package aftermath.quality;

import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class UnexpectedDataTest {
  private final TablesInMemory tables;

  UnexpectedDataTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void addsUpTheHitsOfAColumnOverItsDeliveries() {
    tables
        .given(
            ColumnProfiles.TABLE,
            """
            role             | delivery_id | column_name | rows | filled | hits
            impacted_records | d1          | diagnosis   | 10   | 4      | [1, 0, 0, 0, 0, 2]
            impacted_records | d2          | diagnosis   | 20   | 5      | [2, 0, 0, 0, 0, 0]
            impacted_records | d2          | NOTE        | 20   | 6      | [0, 0, 0, 0, 0, 0]
            impacted_records | d2          | work        | 20   | 0      | [0, 0, 0, 0, 0, 0]
            customers        | d3          | last        | 5    | 5      |
            """)
        .make(UnexpectedData.model(TINY));

    tables.assertRows(
        tables.rows(UnexpectedData.TABLE).where("detector IN ('payment_card', 'password')"),
        """
        detector     | delivered_column | is_denied | rows_scanned | values_scanned | hits
        payment_card | DIAGNOSIS        | true      | 30           | 9              | 3
        password     | DIAGNOSIS        | false     | 30           | 9              | 2
        payment_card | NOTE             | true      | 30           | 6              | 0
        password     | NOTE             | false     | 30           | 6              | 0
        """);
  }

  @Test
  void countsTheSameHoweverTheRowsWereCutIntoFiles() {
    tables
        .given(
            ColumnProfiles.TABLE,
            """
            role             | delivery_id | column_name | rows | filled | hits
            impacted_records | d1          | diagnosis   | 10   | 4      | [1, 0, 0, 0, 0, 0]
            impacted_records | d2          | diagnosis   | 20   | 0      | [0, 0, 0, 0, 0, 0]
            """)
        .make(UnexpectedData.model(TINY));

    tables.assertRows(
        tables.rows(UnexpectedData.TABLE).where("detector = 'payment_card'"),
        """
        delivered_column | rows_scanned | values_scanned | hits
        DIAGNOSIS        | 30           | 4              | 1
        """);
  }

  @Test
  void callsAKeyAsItWasDelivered() {
    tables
        .given(
            ColumnProfiles.TABLE,
            """
            role             | delivery_id | column_name | rows | filled | hits
            impacted_records | d1          | ref         | 10   | 10     | [0, 0, 0, 0, 0, 0]
            """)
        .make(UnexpectedData.model(TINY));

    tables.assertRows(
        tables.rows(UnexpectedData.TABLE).where("detector = 'iban'"),
        """
        delivered_column | hits
        REF              | 0
        """);
  }

  @Test
  void countsHitsAndNeverShowsTheValue() {
    tables
        .given(
            BronzeTables.of(TINY, Role.IMPACTED_RECORDS),
            """
            ref | diagnosis
            R1  | paid with 4111 1111 1111 1111
            R2  | 4111 1111 1111 1111
            """)
        .make(ColumnProfiles.model(TINY), UnexpectedData.model(TINY));

    tables.assertRows(
        tables.rows(UnexpectedData.TABLE).where("hits > 0"),
        """
        detector     | delivered_column | values_scanned | hits
        payment_card | DIAGNOSIS        | 2              | 2
        """);
    assertFalse(
        tables.rows(UnexpectedData.TABLE).collectAsList().toString().contains("4111"),
        "a card number is shown");
  }
}
