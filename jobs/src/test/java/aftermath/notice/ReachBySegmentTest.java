package aftermath.notice;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class ReachBySegmentTest {

  @Test
  void dividesThoseWhoMustBeToldIntoReachedUnreachableAndPending(SparkSession spark) {
    new TablesInMemory(spark)
        .given(
            ReachCube.table(TINY),
            """
            must_be_told | reach       | region | age   | people
            true         | reached     | NSW    | adult | 5
            true         | reached     | NSW    | minor | 1
            true         | unreachable | NSW    | adult | 2
            true         | pending     | VIC    | adult | 2
            false        | pending     | VIC    | adult | 9
            false        | pending     | WA     | adult | 9
            """)
        .make(ReachBySegment.model(TINY))
        .assertRows(
            ReachBySegment.TABLE,
            """
            segment | value | people_to_notify | reached | unreachable | pending | reach
            region  | NSW   | 8                | 6       | 2           | 0       | 0.75
            region  | VIC   | 2                | 0       | 0           | 2       | 0
            age     | adult | 9                | 5       | 2           | 2       | 0.5555555555555556
            age     | minor | 1                | 1       | 0           | 0       | 1
            """);
  }
}
