package aftermath.standard;

import static aftermath.testing.TinyIncident.TINY;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Table;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class RepeatedKeysTest {
  private static final Table IMPACTED = BronzeTables.of(TINY, Role.IMPACTED_RECORDS);
  private static final Table CUSTOMERS = BronzeTables.of(TINY, Role.CUSTOMERS);
  private static final Table MEMBERS = BronzeTables.of(TINY, Role.MEMBERS);

  private final TablesInMemory tables;

  RepeatedKeysTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void namesTheKeysThatSeveralRowsOfARoleHave() {
    tables
        .given(
            IMPACTED,
            """
            ref | email
            R1  | a@one.example
            R1  | b@one.example
            R1  | c@one.example
            R2  | d@one.example
            """)
        .given(
            CUSTOMERS,
            """
            id | email
            C1 | a@one.example
            C1 | a@one.example
            R2 | b@one.example
            """)
        .make(RepeatedKeys.model(TINY));

    assertScopes(
        """
        scope            | keys
        impacted_records | 1
        customers        | 1
        """);
  }

  @Test
  void namesTiesThatDifferentRowsShare() {
    tables
        .given(
            CUSTOMERS,
            """
            id | member
            C1 | 100
            C2 | 100
            C3 | 200
            """)
        .make(RepeatedKeys.model(TINY));

    assertScopes(
        """
        scope         | keys
        customers/tie | 1
        """);
  }

  @Test
  void aTieIsNotSharedByTheVersionsOfOneRow() {
    tables
        .given(
            CUSTOMERS,
            """
            id | member | updated
            C1 | 100    | 2024-01-01
            C1 | 100    | 2024-02-01
            """)
        .make(RepeatedKeys.model(TINY));

    assertScopes(
        """
        scope     | keys
        customers | 1
        """);
  }

  @Test
  void hasNothingToSayOfDifferentRows() {
    tables
        .given(
            MEMBERS,
            """
            number
            100
            200
            """)
        .make(RepeatedKeys.model(TINY));

    tables.assertNoRows(RepeatedKeys.TABLE);
  }

  private void assertScopes(String text) {
    tables.assertRows(
        tables.rows(RepeatedKeys.TABLE).groupBy("scope").agg(count(lit(1)).as("keys")), text);
  }
}
