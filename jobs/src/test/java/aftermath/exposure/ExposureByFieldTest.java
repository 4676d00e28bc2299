package aftermath.exposure;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ExposureByFieldTest {
  private final TablesInMemory tables;

  ExposureByFieldTest(SparkSession spark) {
    tables = new TablesInMemory(spark);
    tables.make(Fields.model(TINY));
  }

  @Test
  void countsPeopleAndRecordsOfEveryFieldZeroIncluded() {
    tables
        .given(
            ExposureCube.table(TINY),
            """
            exposed_mask | region | people | records
            1            | NSW    | 3      | 3
            3            | NSW    | 4      | 9
            3            | VIC    | 2      | 2
            0            | VIC    | 1      | 1
            """)
        .given(
            RecordCube.TABLE,
            """
            exposed_mask | records
            1            | 8
            2            | 6
            0            | 1
            """)
        .make(ExposureByField.model(TINY))
        .assertRows(
            ExposureByField.TABLE,
            """
            field      | kind     | people | records | share
            name       | identity | 9      | 8       | 0.9
            email      | contact  | 6      | 6       | 0.6
            birth_date | identity | 0      | 0       | 0
            diagnosis  | health   | 0      | 0       | 0
            """);
  }

  @Test
  void theShareOfNobodyIsZero() {
    tables
        .make(ExposureByField.model(TINY))
        .assertRows(
            tables.rows(ExposureByField.TABLE).where("field = 'email'"),
            """
            field | people | share
            email | 0      | 0
            """);
  }
}
