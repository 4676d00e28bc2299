package aftermath.quality;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.identity.ImpactedRecords;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class UnreadValuesTest {
  private final TablesInMemory tables;

  UnreadValuesTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void countsOfEveryAttributeWhatWasReadAndWhatWasNot() {
    tables
        .given(
            ImpactedRecords.table(TINY),
            """
            record_id | given_name | email | birth_date | unread
            R1        | KIM        | a@b.c | 1990-05-01 |
            R2        | LEE        |       |            | [email, birth_date]
            R3        |            |       | 1991-05-01 | [email]
            """)
        .make(UnreadValues.model(TINY))
        .assertRows(
            UnreadValues.TABLE,
            """
            attribute   | type  | records_read | records_unread | share_unread
            given_name  | name  | 2            | 0              | 0
            email       | email | 1            | 2              | 0.6666666666666666
            birth_date  | date  | 2            | 1              | 0.3333333333333333
            family_name | name  | 0            | 0              |
            work_email  | email | 0            | 0              |
            diagnosis   | code  | 0            | 0              |
            member_number | identifier | 0     | 0              |
            street      | text  | 0            | 0              |
            state       | code  | 0            | 0              |
            """);
  }
}
