package aftermath.exposure;

import static aftermath.testing.TinyIncident.tinyBut;

import aftermath.identity.Links;
import aftermath.incident.Incident;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class PeopleByCertaintyTest {
  private static final Incident MATCHING = tinyBut("linking:\n", "linking:\n  matching: {}\n");

  private final TablesInMemory tables;

  PeopleByCertaintyTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
    tables.given(EmailCount.TABLE, "emails\n17");
    tables.given(
        Links.TABLE,
        """
        record | person | state    | person_at_50 | person_at_90 | person_at_99
        1      | 1      | unlinked | 1            | 1            | 1
        2      | 1      | unlinked | 1            | 1            | 2
        3      | 1      | unlinked | 1            | 3            | 3
        """);
  }

  @Test
  void thereAreTheMorePeopleTheSurerItHasToBe() {
    tables
        .make(PeopleByCertainty.model(), AffectedCounts.model(MATCHING))
        .assertRows(
            tables.rows(AffectedCounts.TABLE).where("measure LIKE 'people_at%'"),
            """
            measure      | amount
            people_at_50 | 1
            people_at_90 | 2
            people_at_99 | 3
            """);
  }

  @Test
  void theRangeOfPeopleHoldsAllThatTheyMayBe() {
    tables
        .given(
            ExposureCube.table(MATCHING),
            """
            exposed_mask | link_state | people | records
            1            | unlinked   | 2      | 3
            """)
        .make(PeopleByCertainty.model(), AffectedCounts.model(MATCHING))
        .assertRows(
            tables.rows(AffectedCounts.TABLE).where("measure = 'people'"),
            """
            measure | amount | at_least | at_most
            people  | 2      | 1        | 3
            """);
  }
}
