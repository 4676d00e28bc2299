package aftermath.quality;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ColumnProfilesTest {
  private final TablesInMemory tables;

  ColumnProfilesTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void looksIntoEveryColumnOfTheStolenRecordsDeclaredOrNot() {
    tables
        .given(
            BronzeTables.of(TINY, Role.IMPACTED_RECORDS),
            """
            delivery_id | ref | first | diagnosis           | undeclared
            d1          | R1  | Kim   | 4111 1111 1111 1111 | {NOTE: asked for a quiet room}
            d1          | R2  |       | asthma              | {NOTE: 4111111111111111}
            d2          | R3  | Lee   |                     |
            """)
        .make(ColumnProfiles.model(TINY));

    tables.assertRows(
        tables.rows(ColumnProfiles.TABLE).where("filled > 0"),
        """
        role             | delivery_id | column_name | rows | filled | hits
        impacted_records | d1          | ref         | 2    | 2      | [0, 0, 0, 0, 0, 0]
        impacted_records | d1          | first       | 2    | 1      | [0, 0, 0, 0, 0, 0]
        impacted_records | d1          | diagnosis   | 2    | 2      | [1, 0, 0, 0, 0, 0]
        impacted_records | d1          | NOTE        | 2    | 2      | [1, 0, 0, 0, 0, 0]
        impacted_records | d2          | ref         | 1    | 1      | [0, 0, 0, 0, 0, 0]
        impacted_records | d2          | first       | 1    | 1      | [0, 0, 0, 0, 0, 0]
        """);
  }

  @Test
  void onlyCountsWhatCustomersAndMembersHave() {
    tables
        .given(
            BronzeTables.of(TINY, Role.CUSTOMERS),
            """
            delivery_id | id | last
            d3          | C1 | 4111 1111 1111 1111
            d3          | C2 |
            """)
        .make(ColumnProfiles.model(TINY));

    tables.assertRows(
        tables.rows(ColumnProfiles.TABLE).where("filled > 0"),
        """
        role      | column_name | rows | filled | hits
        customers | id          | 2    | 2      |
        customers | last        | 2    | 1      |
        """);
  }
}
