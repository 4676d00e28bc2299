package aftermath.identity;

import static aftermath.testing.TinyIncident.TINY;
import static aftermath.testing.TinyIncident.tinyBut;

import aftermath.incident.Incident;
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
  private static final String MEMBER_RULE =
      "  members:\n    - { name: member number, same: [member_number] }";
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

  @Test
  void aLaterRuleTiesThoseWhomAnEarlierOneLeavesApart() {
    Incident incident =
        tinyBut(
            MEMBER_RULE,
            MEMBER_RULE + "\n    - { name: e-mail and name, same: [email, family_name] }");
    tables
        .given(
            CUSTOMERS,
            """
            id | member | last | email
            C1 |        | Kim  | kim@one.example
            C2 | 200    | Lee  | lee@one.example
            C3 |        | Roy  | roy@one.example
            C4 |        | Roy  | roy@one.example
            """)
        .given(
            MEMBERS,
            """
            number | last  | email
            100    | Kim   | kim@one.example
            200    | Other | lee@two.example
            300    | Lee   | lee@one.example
            400    | Roy   | roy@one.example
            """);

    assertKnown(
        incident,
        """
        known_id | is_customer | is_member
        C:C1     | true        | true
        C:C2     | true        | true
        C:C3     | true        | false
        C:C4     | true        | false
        M:300    | false       | true
        M:400    | false       | true
        """);
  }

  private void assertKnown(String text) {
    assertKnown(TINY, text);
  }

  private void assertKnown(Incident incident, String text) {
    tables
        .make(
            RepeatedKeys.model(incident),
            SupersededRows.model(incident),
            KnownPeople.model(incident))
        .assertRows(KnownPeople.table(incident), text);
  }
}
