package aftermath.identity;

import static aftermath.testing.TinyIncident.TINY;
import static aftermath.testing.TinyIncident.tinyBut;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.pipeline.Table;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class PeopleTest {
  private static final PseudonymKey KEY = PseudonymKey.of("a key of the tests, and no other");
  private static final PseudonymKey OTHER = PseudonymKey.of("another key, which is as long too");
  private static final Table IMPACTED = ImpactedRecords.table(TINY);
  private static final Table KNOWN = KnownPeople.table(TINY);

  private final TablesInMemory tables;

  PeopleTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
    tables.given(
        KNOWN,
        """
        known_id | is_customer | is_member | member_number | customer_id | email           | street | state | birth_date
        C:1      | true        | true      | 100           | 1           | kim@one.example |        | NSW   | 1980-01-01
        """);
  }

  @Test
  void countsAPersonOnceHoweverManyRecordsTheyHave() {
    tables.given(
        IMPACTED,
        """
        record_id | exposed_mask | member_number
        R1        | 1            | 100
        R2        | 2            | 100
        R3        | 10           | 100
        """);

    assertPeople(
        TINY,
        """
        link_state | is_customer | is_member | records | exposed_mask
        known      | true        | true      | 3       | 11
        """);
  }

  @Test
  void countsPeopleWhomNobodyKnows() {
    tables.given(
        IMPACTED,
        """
        record_id | exposed_mask | email
        R1        | 2            | lee@one.example
        R2        | 6            | lee@one.example
        R3        | 1            |
        """);

    assertPeople(
        TINY,
        """
        link_state | is_customer | is_member | records | exposed_mask | contact_email
        unlinked   | false       | false     | 2       | 6            | lee@one.example
        unlinked   | false       | false     | 1       | 1            |
        """);
  }

  @Test
  void saysWhereItIsAmbiguousWhoItIs() {
    tables
        .given(
            KNOWN,
            """
            known_id | is_customer | email
            C:1      | true        | desk@one.example
            C:2      | true        | desk@one.example
            """)
        .given(
            IMPACTED,
            """
            record_id | exposed_mask | email
            R1        | 2            | desk@one.example
            """);

    assertPeople(
        TINY,
        """
        link_state | is_customer | records
        ambiguous  | false       | 1
        """);
  }

  @Test
  void whatTheOrganisationKnowsGoesBeforeWhatTheRecordSays() {
    tables.given(
        IMPACTED,
        """
        record_id | member_number | email             | street    | state | birth_date
        R1        | 100           | other@one.example | 1 High St | VIC   | 2010-01-01
        """);

    assertPeople(
        TINY,
        """
        contact_email   | contact_street | contact_customer_id | region | age
        kim@one.example | 1 High St      | 1                   | NSW    | adult
        """);
  }

  @Test
  void knowsTheChannelsForWhichThereIsAnAddress() {
    tables.given(
        IMPACTED,
        """
        record_id | email           | street    | given_name | family_name | birth_date
        R1        | lee@one.example |           |            |             |
        R2        |                 | 1 High St |            |             |
        R3        | roy@one.example | 2 High St |            |             |
        R4        |                 |           | KIM        |             |
        """);

    assertPeople(
        TINY,
        """
        contact_channels | contact_email   | contact_street
        1                | lee@one.example |
        2                |                 | 1 High St
        3                | roy@one.example | 2 High St
        0                |                 |
        """);
  }

  @Test
  void thePolicySaysWhoMustBeTold() {
    tables.given(
        IMPACTED,
        """
        record_id | exposed_mask | state | member_number
        R1        | 8            | VIC   |
        R2        | 1            | VIC   |
        R3        | 1            |       | 100
        """);

    assertPeople(
        tinyBut("notices:\n", "notices:\n  who: exposed_mask >= 8 OR region = 'NSW'\n"),
        """
        exposed_mask | region | must_be_told
        8            | VIC    | true
        1            | VIC    | false
        1            | NSW    | true
        """);
  }

  @Test
  void aConditionThatCannotBeToldAsksForNobody() {
    tables.given(
        IMPACTED,
        """
        record_id | exposed_mask
        R1        | 8
        """);

    assertPeople(
        tinyBut("notices:\n", "notices:\n  who: contact_email LIKE '%.example'\n"),
        """
        must_be_told
        false
        """);
  }

  @Test
  void aPseudonymDependsOnTheKeyAndOnNothingElse() {
    tables.given(
        IMPACTED,
        """
        record_id | member_number
        R1        | 100
        """);

    String pseudonym = pseudonym(KEY);

    assertTrue(pseudonym.matches("[0-9a-f]{32}"), pseudonym);
    assertEquals(pseudonym, pseudonym(KEY));
    assertNotEquals(pseudonym, pseudonym(OTHER));
  }

  private String pseudonym(PseudonymKey key) {
    make(TINY, key);
    List<Row> people = tables.rows(People.table(TINY)).select("person_id").collectAsList();
    return people.get(0).getString(0);
  }

  private void assertPeople(Incident incident, String text) {
    make(incident, KEY);
    tables.assertRows(People.table(incident), text);
  }

  private void make(Incident incident, PseudonymKey key) {
    tables.make(KnownLinks.model(incident), Links.model(incident), People.model(incident, key));
  }
}
