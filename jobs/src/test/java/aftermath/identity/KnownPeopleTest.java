package aftermath.identity;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Table;
import aftermath.standard.RepeatedKeys;
import aftermath.standard.SupersededRows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class KnownPeopleTest {
  private static final Table CUSTOMERS = BronzeTables.of(TINY, Role.CUSTOMERS);
  private static final Table MEMBERS = BronzeTables.of(TINY, Role.MEMBERS);

  private final TablesInMemory tables;

  KnownPeopleTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void aMemberWhoIsACustomerIsOnePerson() {
    tables
        .given(
            CUSTOMERS,
            """
            id | member | last
            C1 | 100    | Kim
            C2 |        | Lee
            """)
        .given(
            MEMBERS,
            """
            number | last
            100    | Kim
            300    | Roy
            """);

    assertKnown(
        """
        known_id | is_customer | is_member | member_number
        C:C1     | true        | true      | 100
        C:C2     | true        | false     |
        M:300    | false       | true      | 300
        """);
  }

  @Test
  void whatTheCustomerMasterSaysGoesBeforeWhatTheLoyaltyTableSays() {
    tables
        .given(
            CUSTOMERS,
            """
            id | member | last | email
            C1 | 100    | Kim  | kim@one.example
            C2 | 200    | Lee  |
            """)
        .given(
            MEMBERS,
            """
            number | last  | email
            100    | Other | other@one.example
            200    | Lee   | lee@one.example
            """);

    assertKnown(
        """
        known_id | email
        C:C1     | kim@one.example
        C:C2     | lee@one.example
        """);
  }

  @Test
  void aMemberNumberThatTwoCustomersShareLeavesAllThreeApart() {
    tables
        .given(
            CUSTOMERS,
            """
            id | member
            C1 | 100
            C2 | 100
            """)
        .given(
            MEMBERS,
            """
            number
            100
            """);

    assertKnown(
        """
        known_id | is_customer | is_member
        C:C1     | true        | false
        C:C2     | true        | false
        M:100    | false       | true
        """);
  }

  @Test
  void aCustomerInSeveralVersionsIsOnePerson() {
    tables.given(
        CUSTOMERS,
        """
        delivery_id | line | id | updated    | state
        d1          | 2    | C1 | 2024-01-01 | NSW
        d2          | 2    | C1 | 2024-06-01 | VIC
        """);

    assertKnown(
        """
        known_id | state
        C:C1     | VIC
        """);
  }

  private void assertKnown(String text) {
    tables
        .make(RepeatedKeys.model(TINY), SupersededRows.model(TINY), KnownPeople.model(TINY))
        .assertRows(KnownPeople.table(TINY), text);
  }
}
