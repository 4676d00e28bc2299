package aftermath.identity.probable;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.identity.Links;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a record is does not depend on how the records came. */
@ExtendWith(SparkSessionForTests.class)
class MatchingOrderIT {
  private final SparkSession spark;

  MatchingOrderIT(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void neitherTheOrderOfRecordsNorTheirPartitionsLeaveATrace(int partitions) {
    Dataset<Row> records = Rows.of(spark, MatchingTest.IMPACTED, MatchingTest.RECORDS);
    Dataset<Row> otherOrder =
        records.orderBy(xxhash64(col("record_id"))).repartition(partitions, col("family_name"));
    TablesInMemory asWritten = matched(records);
    TablesInMemory otherwise = matched(otherOrder);

    asWritten.assertSame(asWritten.rows(Links.TABLE), otherwise.rows(Links.TABLE));
    asWritten.assertSame(asWritten.rows(LearntWeights.TABLE), otherwise.rows(LearntWeights.TABLE));
  }

  private TablesInMemory matched(Dataset<Row> records) {
    var tables = new TablesInMemory(spark);
    tables.given(MatchingTest.IMPACTED, records);
    MatchingTest.giveTheRest(tables);
    MatchingTest.match(tables);
    return tables;
  }
}
