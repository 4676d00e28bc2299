package aftermath.exposure;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.identity.KnownPeople;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class PopulationCubeTest {

  @Test
  void countsWhomTheOrganisationKnowsAffectedOrNot(SparkSession spark) {
    new TablesInMemory(spark)
        .given(
            KnownPeople.table(TINY),
            """
            known_id | is_customer | is_member | state | birth_date
            C:1      | true        | false     | NSW   | 1980-01-01
            C:2      | true        | false     | NSW   | 1985-01-01
            C:3      | true        | true      | NSW   | 2010-01-01
            M:4      | false       | true      |       |
            """)
        .make(PopulationCube.model(TINY))
        .assertRows(
            PopulationCube.table(TINY),
            """
            is_customer | is_member | region  | age     | people
            true        | false     | NSW     | adult   | 2
            true        | true      | NSW     | minor   | 1
            false       | true      | unknown | unknown | 1
            """);
  }
}
