package aftermath.exposure;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.identity.ImpactedRecords;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class RecordCubeTest {

  @Test
  void countsRecordsWhoeverTheyAreOf(SparkSession spark) {
    new TablesInMemory(spark)
        .given(
            ImpactedRecords.table(TINY),
            """
            record_id | exposed_mask
            R1        | 3
            R2        | 3
            R3        | 0
            """)
        .make(RecordCube.model(TINY))
        .assertRows(
            RecordCube.TABLE,
            """
            exposed_mask | records
            3            | 2
            0            | 1
            """);
  }
}
