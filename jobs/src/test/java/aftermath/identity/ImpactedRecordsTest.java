package aftermath.identity;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Table;
import aftermath.standard.SupersededRows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ImpactedRecordsTest {
  private static final Table DELIVERED = BronzeTables.of(TINY, Role.IMPACTED_RECORDS);

  private final TablesInMemory tables;

  ImpactedRecordsTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void setsABitForEveryFieldThatARecordShows() {
    tables
        .given(
            DELIVERED,
            """
            ref | first | last | email         | work          | dob        | diagnosis
            R1  | Kim   |      |               |               |            |
            R2  |       | Lee  | a@one.example |               |            |
            R3  |       |      |               | b@one.example | 1990-05-01 |
            R4  | Kim   | Lee  | a@one.example | b@one.example | 1990-05-01 | asthma
            R5  |       |      |               |               |            |
            """)
        .make(ImpactedRecords.model(TINY))
        .assertRows(
            ImpactedRecords.table(TINY),
            """
            record_id | exposed_mask
            R1        | 1
            R2        | 3
            R3        | 6
            R4        | 15
            R5        | 0
            """);
  }

  @Test
  void aValueThatCannotBeReadExposesNothing() {
    tables
        .given(
            DELIVERED,
            """
            ref | first        | email   | dob        | diagnosis
            R1  | not supplied | nowhere | 2000-13-01 | asthma
            R2  |              | n/a     | 1900-01-01 |
            R3  |              | a@b.c   |            |
            """)
        .make(ImpactedRecords.model(TINY))
        .assertRows(
            ImpactedRecords.table(TINY),
            """
            record_id | exposed_mask | given_name | email | birth_date | diagnosis | unread
            R1        | 8            |            |       |            | ASTHMA    | [email, birth_date]
            R2        | 0            |            |       |            |           |
            R3        | 2            |            | a@b.c |            |           |
            """);
  }

  @Test
  void leavesOutRowsThatAnotherReplaces() {
    tables
        .given(
            DELIVERED,
            """
            delivery_id | line | ref | last
            d1          | 2    | R1  | Kim
            d1          | 3    | R1  | Lee
            d2          | 3    | R2  | Lee
            """)
        .given(
            SupersededRows.TABLE,
            """
            role             | delivery_id | line
            impacted_records | d1          | 3
            customers        | d2          | 3
            """)
        .make(ImpactedRecords.model(TINY))
        .assertRows(
            ImpactedRecords.table(TINY),
            """
            record_id | family_name
            R1        | KIM
            R2        | LEE
            """);
  }
}
