package aftermath.identity;

import static aftermath.testing.TinyIncident.TINY;
import static aftermath.testing.TinyIncident.tinyBut;
import static org.apache.spark.sql.functions.col;

import aftermath.incident.Incident;
import aftermath.pipeline.Table;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class KnownLinksTest {
  private static final Table IMPACTED = ImpactedRecords.table(TINY);
  private static final Table KNOWN = KnownPeople.table(TINY);

  private final TablesInMemory tables;

  KnownLinksTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void theFirstRuleThatFindsAnyoneDecides() {
    tables
        .given(
            IMPACTED,
            """
            record_id | member_number | email         | birth_date
            R1        | 100           | b@one.example |
            R2        | 999           | b@one.example |
            R3        |               | b@one.example | 1990-05-01
            """)
        .given(
            KNOWN,
            """
            known_id | member_number | email         | birth_date
            C:1      | 100           | a@one.example |
            C:2      |               | b@one.example | 1990-05-01
            """);

    assertLinks(
        TINY,
        """
        record_id | known_id | found | rule
        R1        | C:1      | 1     | member number
        R2        | C:2      | 1     | e-mail
        R3        | C:2      | 1     | e-mail and birth date
        """);
  }

  @Test
  void aRuleThatFindsSeveralLinksNobodyEvenWhereALaterOneWouldFindOne() {
    tables
        .given(
            IMPACTED,
            """
            record_id | member_number | email
            R1        | 100           | a@one.example
            """)
        .given(
            KNOWN,
            """
            known_id | member_number | email
            C:1      | 100           | a@one.example
            C:2      | 100           | b@one.example
            """);

    assertLinks(
        TINY,
        """
        record_id | known_id | found | rule
        R1        |          | 2     | member number
        """);
  }

  @Test
  void aKeyThatTooManyKnownPeopleShareIsNoEvidence() {
    tables
        .given(
            IMPACTED,
            """
            record_id | member_number | email
            R1        | 100           | a@one.example
            """)
        .given(
            KNOWN,
            """
            known_id | member_number | email
            C:1      | 100           | a@one.example
            C:2      | 100           | b@one.example
            """);

    assertLinks(
        tinyBut("most_frequent: 3", "most_frequent: 1"),
        """
        record_id | known_id | found | rule
        R1        | C:1      | 1     | e-mail
        """);
  }

  @Test
  void nothingInCommonIsNotTheSame() {
    tables
        .given(
            IMPACTED,
            """
            record_id | member_number | email
            R1        |               |
            """)
        .given(
            KNOWN,
            """
            known_id | member_number | email
            C:1      |               |
            """);

    assertLinks(
        TINY,
        """
        record_id | known_id | found | rule
        R1        |          |       |
        """);
  }

  @Test
  void partOfARuleIsNotEnough() {
    tables
        .given(
            IMPACTED,
            """
            record_id | email         | birth_date
            R1        | a@one.example | 1990-05-01
            """)
        .given(
            KNOWN,
            """
            known_id | email         | birth_date
            C:1      | z@one.example | 1990-05-01
            C:2      | a@one.example |
            """);

    assertLinks(
        TINY,
        """
        record_id | known_id | found | rule
        R1        | C:2      | 1     | e-mail
        """);
  }

  private void assertLinks(Incident incident, String text) {
    tables.make(KnownLinks.model(incident));
    tables.assertRows(withNames(tables.rows(KnownLinks.TABLE)), text);
  }

  private Dataset<Row> withNames(Dataset<Row> links) {
    Dataset<Row> records =
        tables.rows(IMPACTED).select(col("record_id"), KnownLinks.numberOf("record_id").as("r"));
    Dataset<Row> known =
        tables.rows(KNOWN).select(col("known_id"), KnownLinks.numberOf("known_id").as("k"));
    return links
        .join(records, col("record").equalTo(col("r")))
        .join(known, col("known").equalTo(col("k")), "left_outer");
  }
}
