package aftermath.standard;

import static aftermath.pipeline.Table.table;
import static aftermath.testing.TinyIncident.TINY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.Attribute;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Table;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class StandardAttributesTest {
  private final StandardAttributes ofRecords = new StandardAttributes(TINY, Role.IMPACTED_RECORDS);
  private final TablesInMemory tables;
  private final SparkSession spark;

  StandardAttributesTest(SparkSession spark) {
    this.spark = spark;
    this.tables = new TablesInMemory(spark);
  }

  @Test
  void theFirstSpellingThatIsPresentWins() {
    tables.assertRows(
        standard(
            """
            ref | email         | contact
            R1  | a@one.example | b@one.example
            R2  |               | c@one.example
            R3  | A@One.Example |
            R4  |               |
            """),
        """
        email         | work_email
        a@one.example |
        c@one.example |
        a@one.example |
                      |
        """);
  }

  @Test
  void aPlaceholderIsAbsentAndGivesWayToTheNextSpelling() {
    tables.assertRows(
        standard(
            """
            first        | email   | contact       | dob
            not supplied | unknown | c@one.example | 2000-02-30
            """),
        """
        given_name | email         | birth_date
                   | c@one.example |
        """);
  }

  @Test
  void showsOnlyWhatTheFilesOfTheRoleHave() {
    assertEquals(
        List.of("member_number", "family_name", "email"),
        new StandardAttributes(TINY, Role.MEMBERS)
            .attributes().stream().map(Attribute::name).toList());
    assertTrue(ofRecords.shows("diagnosis"));
    assertFalse(ofRecords.shows("customer_id"));
  }

  @Test
  void declaresAColumnPerAttributeAndAllOfThemPersonal() {
    List<Attribute> attributes =
        List.of(TINY.attributes().get("email"), TINY.attributes().get("birth_date"));

    Table declared = StandardAttributes.declareIn(table("silver.example"), attributes);

    assertEquals(
        "email STRING,birth_date DATE",
        String.join(
            ",", declared.columns().stream().map(it -> it.name() + " " + it.type()).toList()));
    assertEquals(Set.of("email", "birth_date"), declared.personal());
  }

  private Dataset<Row> standard(String text) {
    return Rows.of(spark, BronzeTables.of(TINY, Role.IMPACTED_RECORDS), text)
        .select(ofRecords.columns().toArray(Column[]::new));
  }
}
