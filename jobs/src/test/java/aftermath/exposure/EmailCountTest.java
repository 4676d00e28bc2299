package aftermath.exposure;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.identity.ImpactedRecords;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class EmailCountTest {
  private final TablesInMemory tables;

  EmailCountTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void countsAnAddressOnceWhicheverRecordAndAttributeHasIt() {
    tables
        .given(
            ImpactedRecords.table(TINY),
            """
            record_id | email           | work_email
            R1        | kim@one.example | lee@one.example
            R2        | kim@one.example |
            R3        | lee@one.example | roy@one.example
            R4        |                 |
            """)
        .make(EmailCount.model(TINY))
        .assertRows(
            EmailCount.TABLE,
            """
            emails
            3
            """);
  }

  @Test
  void isZeroWhereThereAreNone() {
    tables
        .make(EmailCount.model(TINY))
        .assertRows(
            EmailCount.TABLE,
            """
            emails
            0
            """);
  }
}
