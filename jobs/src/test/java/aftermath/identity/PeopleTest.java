package aftermath.identity;

import static aftermath.testing.TinyIncident.TINY;
import static aftermath.testing.TinyIncident.tinyBut;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.pipeline.Table;
import aftermath.testing.Rows;
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

  private static final Table NAMED_LINKS =
      Table.table("silver.named_links")
          .columns("record_id STRING, known_id STRING, somebody STRING, state STRING");

  private final TablesInMemory tables;
  private final SparkSession spark;

  PeopleTest(SparkSession spark) {
    this.spark = spark;
    tables = new TablesInMemory(spark);
    tables.given(
        KNOWN,
        """
        known_id | is_customer | is_member | customer_id | email           | street | state | birth_date
        C:1      | true        | true      | 1           | kim@one.example |        | NSW   | 1980-01-01
        """);
  }

  @Test
  void countsAPersonOnceHoweverManyRecordsTheyHave() {
    tables.given(
        IMPACTED,
        """
        record_id | exposed_mask
        R1        | 1
        R2        | 2
        R3        | 10
        """);
    givenLinks(
        """
        record_id | known_id | somebody | state
        R1        | C:1      |          | linked
        R2        | C:1      |          | linked
        R3        | C:1      |          | attached
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
    givenLinks(
        """
        record_id | known_id | somebody | state
        R1        |          | Lee      | unlinked
        R2        |          | Lee      | unlinked
        R3        |          | Roy      | unlinked
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
    tables.given(
        IMPACTED,
        """
        record_id | exposed_mask
        R1        | 2
        R2        | 1
        """);
    givenLinks(
        """
        record_id | known_id | somebody | state
        R1        |          | Kim      | ambiguous
        R2        |          | Kim      | ambiguous
        """);

    assertPeople(
        TINY,
        """
        link_state | is_customer | records
        ambiguous  | false       | 2
        """);
  }

  @Test
  void whatTheOrganisationKnowsGoesBeforeWhatTheRecordSays() {
    tables.given(
        IMPACTED,
        """
        record_id | email             | street    | state | birth_date
        R1        | other@one.example | 1 High St | VIC   | 2010-01-01
        """);
    givenLinks(
        """
        record_id | known_id | somebody | state
        R1        | C:1      |          | linked
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
        record_id | email           | street
        R1        | lee@one.example |
        R2        |                 | 1 High St
        R3        | roy@one.example | 2 High St
        R4        |                 |
        """);
    givenLinks(
        """
        record_id | known_id | somebody | state
        R1        |          | Lee      | unlinked
        R2        |          | Roy      | unlinked
        R3        |          | Kim      | unlinked
        R4        |          | Day      | unlinked
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
        record_id | exposed_mask | state
        R1        | 8            | VIC
        R2        | 1            | VIC
        R3        | 1            |
        """);
    givenLinks(
        """
        record_id | known_id | somebody | state
        R1        |          | Lee      | unlinked
        R2        |          | Roy      | unlinked
        R3        | C:1      |          | linked
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
  void childrenAreToldThroughOthersAndWhomNobodyNeedTellIsCountedApart() {
    tables.given(
        IMPACTED,
        """
        record_id | exposed_mask | state
        R1        | 1            | NSW
        R2        | 1            | VIC
        R3        | 8            | VIC
        R4        | 8            | NSW
        """);
    givenLinks(
        """
        record_id | known_id | somebody | state
        R1        |          | Lee      | unlinked
        R2        |          | Roy      | unlinked
        R3        |          | May      | unlinked
        R4        |          | Ann      | unlinked
        """);

    assertPeople(
        tinyBut(
            "notices:\n",
            """
            notices:
              addressees:
                - { name: estate, of: exposed_mask = 8, told: false }
                - { name: guardian, of: region = 'NSW' }
            """),
        """
        exposed_mask | region | must_be_told | addressee
        1            | NSW    | true         | guardian
        1            | VIC    | true         | themselves
        8            | VIC    | false        | estate
        8            | NSW    | false        | estate
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
    givenLinks(
        """
        record_id | known_id | somebody | state
        R1        |          | Lee      | unlinked
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
        record_id
        R1
        """);
    givenLinks(
        """
        record_id | known_id | somebody | state
        R1        | C:1      |          | linked
        """);

    String pseudonym = pseudonym(KEY);

    assertTrue(pseudonym.matches("[0-9a-f]{32}"), pseudonym);
    assertEquals(pseudonym, pseudonym(KEY));
    assertNotEquals(pseudonym, pseudonym(OTHER));
  }

  private String pseudonym(PseudonymKey key) {
    tables.make(People.model(TINY, key));
    List<Row> people = tables.rows(People.table(TINY)).select("person_id").collectAsList();
    return people.get(0).getString(0);
  }

  private void assertPeople(Incident incident, String text) {
    tables.make(People.model(incident, KEY)).assertRows(People.table(incident), text);
  }

  /** Whose records they are: somebody known, or somebody who is given a name here. */
  private void givenLinks(String text) {
    tables.given(
        Links.TABLE,
        Rows.of(spark, NAMED_LINKS, text)
            .selectExpr(
                "xxhash64(record_id) AS record",
                "xxhash64(coalesce(known_id, somebody)) AS person",
                "if(known_id IS NULL, NULL, xxhash64(known_id)) AS known",
                "state",
                "CAST(NULL AS STRING) AS rule",
                "CAST(NULL AS BIGINT) AS found"));
  }
}
