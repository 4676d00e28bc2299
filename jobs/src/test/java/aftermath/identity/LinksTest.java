package aftermath.identity;

import static aftermath.testing.TinyIncident.TINY;
import static aftermath.testing.TinyIncident.tinyBut;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;

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
class LinksTest {
  private static final Table IMPACTED = ImpactedRecords.table(TINY);
  private static final Table KNOWN = KnownPeople.table(TINY);

  private final TablesInMemory tables;

  LinksTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
    tables.given(
        KNOWN,
        """
        known_id | member_number | email
        C:1      | 100           |
        C:2      | 200           |
        C:3      |               | shared@one.example
        C:4      |               | shared@one.example
        """);
  }

  @Test
  void recordsOfOneKnownPersonAreTheirs() {
    tables.given(
        IMPACTED,
        """
        record_id | member_number
        R1        | 100
        R2        | 100
        R3        | 200
        """);

    assertPeople(
        TINY,
        """
        records | state  | known
        R1 R2   | linked | C:1
        R3      | linked | C:2
        """);
  }

  @Test
  void aRecordThatSharesAKeyWithRecordsOfOneKnownPersonIsAttachedToThem() {
    tables.given(
        IMPACTED,
        """
        record_id | member_number | email
        R1        | 100           | kim@one.example
        R2        |               | kim@one.example
        """);

    assertStates(
        """
        record_id | state    | known | rule
        R1        | linked   | C:1   | member number
        R2        | attached | C:1   |
        """);
  }

  @Test
  void tiesAreTransitive() {
    tables.given(
        IMPACTED,
        """
        record_id | member_number | email           | given_name | family_name | birth_date
        R1        |               | kim@one.example |            |             |
        R2        |               | kim@one.example | KIM        | LEE         | 1990-05-01
        R3        |               | kim@two.example | KIM        | LEE         | 1990-05-01
        R4        |               | kim@two.example |            |             |
        R5        |               | roy@one.example |            |             |
        """);

    assertPeople(
        TINY,
        """
        records     | state    | known
        R1 R2 R3 R4 | unlinked |
        R5          | unlinked |
        """);
  }

  @Test
  void aChainIsAttachedAsAWhole() {
    tables.given(
        IMPACTED,
        """
        record_id | member_number | email           | given_name | family_name | birth_date
        R1        | 100           | kim@one.example |            |             |
        R2        |               | kim@one.example | KIM        | LEE         | 1990-05-01
        R3        |               |                 | KIM        | LEE         | 1990-05-01
        """);

    assertPeople(
        TINY,
        """
        records  | state    | known
        R1 R2 R3 | attached | C:1
        """);
  }

  @Test
  void aRecordBetweenTwoKnownPeopleIsAmbiguous() {
    tables.given(
        IMPACTED,
        """
        record_id | member_number | email           | given_name | family_name | birth_date
        R1        | 100           | kim@one.example |            |             |
        R2        | 200           |                 | KIM        | LEE         | 1990-05-01
        R3        |               | kim@one.example | KIM        | LEE         | 1990-05-01
        """);

    assertPeople(
        TINY,
        """
        records | state     | known
        R1      | linked    | C:1
        R2      | linked    | C:2
        R3      | ambiguous |
        """);
  }

  @Test
  void whatARuleLeftOpenAWeakerTieDoesNotSettle() {
    tables.given(
        IMPACTED,
        """
        record_id | member_number | email              | given_name | family_name | birth_date
        R1        | 100           |                    | KIM        | LEE         | 1990-05-01
        R2        |               | shared@one.example | KIM        | LEE         | 1990-05-01
        """);

    assertStates(
        """
        record_id | state     | known | found | rule
        R1        | linked    | C:1   | 1     | member number
        R2        | ambiguous |       | 2     | e-mail
        """);
  }

  @Test
  void aKeyThatTooManyRecordsShareTiesNobody() {
    tables.given(
        IMPACTED,
        """
        record_id | email
        R1        | desk@one.example
        R2        | desk@one.example
        R3        | desk@one.example
        R4        | desk@one.example
        """);

    assertPeople(
        TINY,
        """
        records | state    | known
        R1      | unlinked |
        R2      | unlinked |
        R3      | unlinked |
        R4      | unlinked |
        """);
  }

  @Test
  void aKeyThatTooManyRecordsShareAttachesNobodyToTheOneWhoIsKnown() {
    tables.given(
        IMPACTED,
        """
        record_id | member_number | email
        R1        | 100           | desk@one.example
        R2        |               | desk@one.example
        R3        |               | desk@one.example
        R4        |               | desk@one.example
        """);

    assertPeople(
        TINY,
        """
        records  | state    | known
        R1       | linked   | C:1
        R2 R3 R4 | unlinked |
        """);
  }

  @Test
  void withoutRulesEveryRecordThatLeadsToNobodyIsAPerson() {
    tables.given(
        IMPACTED,
        """
        record_id | member_number | email
        R1        |               | kim@one.example
        R2        |               | kim@one.example
        R3        |               | shared@one.example
        """);

    assertPeople(
        tinyBut(
            """
              records:
                - { name: e-mail, same: [email] }
                - { name: names and birth date, same: [given_name, family_name, birth_date] }
            """,
            ""),
        """
        records | state     | known
        R1      | unlinked  |
        R2      | unlinked  |
        R3      | ambiguous |
        """);
  }

  /** The records of each person, the known one, and of their states the first by alphabet. */
  private void assertPeople(Incident incident, String text) {
    tables.make(KnownLinks.model(incident), Links.model(incident));
    tables.assertRows(
        withNames()
            .groupBy("person")
            .agg(
                concat_ws(" ", sort_array(collect_list("record_id"))).as("records"),
                min("state").as("state"),
                max("known").as("known")),
        text);
  }

  private void assertStates(String text) {
    tables.make(KnownLinks.model(TINY), Links.model(TINY));
    tables.assertRows(withNames(), text);
  }

  private Dataset<Row> withNames() {
    Dataset<Row> records =
        tables.rows(IMPACTED).select(col("record_id"), KnownLinks.numberOf("record_id").as("r"));
    Dataset<Row> known =
        tables.rows(KNOWN).select(col("known_id"), KnownLinks.numberOf("known_id").as("k"));
    return tables
        .rows(Links.TABLE)
        .withColumnRenamed("known", "number")
        .join(records, col("record").equalTo(col("r")))
        .join(known, col("number").equalTo(col("k")), "left_outer")
        .withColumn("known", col("known_id"));
  }
}
