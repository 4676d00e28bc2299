package aftermath.exposure;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ExposureByCombinationTest {

  @Test
  void dividesPeopleByExactlyWhichFieldsWereExposed(SparkSession spark) {
    new TablesInMemory(spark)
        .make(Fields.model(TINY))
        .given(
            ExposureCube.table(TINY),
            """
            exposed_mask | region | people
            11           | NSW    | 3
            11           | VIC    | 2
            2            | NSW    | 2
            0            | NSW    | 1
            """)
        .make(ExposureByCombination.model(TINY))
        .assertRows(
            ExposureByCombination.TABLE,
            """
            exposed_mask | fields                   | field_count | people | share
            11           | [name, email, diagnosis] | 3           | 5      | 0.625
            2            | [email]                  | 1           | 2      | 0.25
            0            | []                       | 0           | 1      | 0.125
            """);
  }
}
