package aftermath.exposure;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.identity.People;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ExposureCubeTest {
  private final TablesInMemory tables;

  ExposureCubeTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
  }

  @Test
  void countsPeopleAndTheirRecordsPerCombination() {
    tables
        .given(
            People.table(TINY),
            """
            person_id | exposed_mask | link_state | is_customer | is_member | region | age   | records
            p1        | 3            | known      | true        | false     | NSW    | adult | 1
            p2        | 3            | known      | true        | false     | NSW    | adult | 4
            p3        | 3            | known      | true        | true      | NSW    | adult | 1
            p4        | 3            | unlinked   | false       | false     | NSW    | adult | 2
            p5        | 7            | known      | true        | false     | NSW    | adult | 1
            p6        | 3            | known      | true        | false     | NSW    | minor | 1
            """)
        .make(ExposureCube.model(TINY))
        .assertRows(
            ExposureCube.table(TINY),
            """
            exposed_mask | link_state | is_customer | is_member | region | age   | people | records
            3            | known      | true        | false     | NSW    | adult | 2      | 5
            3            | known      | true        | true      | NSW    | adult | 1      | 1
            3            | unlinked   | false       | false     | NSW    | adult | 1      | 2
            7            | known      | true        | false     | NSW    | adult | 1      | 1
            3            | known      | true        | false     | NSW    | minor | 1      | 1
            """);
  }

  @Test
  void ofNobodyThereIsNothing() {
    tables.make(ExposureCube.model(TINY)).assertNoRows(ExposureCube.table(TINY));
  }
}
