package aftermath.exposure;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class AffectedCountsTest {
  private final TablesInMemory tables;

  AffectedCountsTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
    tables.given(EmailCount.TABLE, "emails\n17");
  }

  @Test
  void showsRecordsAddressesAndPeopleSideBySide() {
    tables
        .given(
            ExposureCube.table(TINY),
            """
            exposed_mask | link_state | is_customer | is_member | people | records
            1            | known      | true        | false     | 10     | 12
            1            | known      | true        | true      | 5      | 5
            1            | known      | false       | true      | 2      | 3
            1            | unlinked   | false       | false     | 4      | 6
            1            | ambiguous  | false       | false     | 3      | 7
            """)
        .make(AffectedCounts.model(TINY))
        .assertRows(
            AffectedCounts.TABLE,
            """
            measure          | amount | at_least | at_most
            records          | 33     | 33       | 33
            distinct_emails  | 17     | 17       | 17
            people           | 24     | 21       | 28
            linked_customers | 15     | 15       | 18
            linked_members   | 7      | 7        | 10
            unlinked         | 4      | 4        | 7
            ambiguous        | 3      | 0        | 7
            """);
  }

  @Test
  void showsZeroWhereNobodyWasHit() {
    tables
        .make(AffectedCounts.model(TINY))
        .assertRows(
            tables.rows(AffectedCounts.TABLE).where("measure IN ('people', 'ambiguous')"),
            """
            measure   | amount | at_least | at_most
            people    | 0      | 0        | 0
            ambiguous | 0      | 0        | 0
            """);
  }
}
