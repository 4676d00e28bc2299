package aftermath.identity;

import static aftermath.testing.TinyIncident.TINY;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class SharedKeysTest {
  private final TablesInMemory tables;
  private final SparkSession spark;

  SharedKeysTest(SparkSession spark) {
    this.spark = spark;
    this.tables = new TablesInMemory(spark);
  }

  @Test
  void areOnePerRuleOfWhichEveryAttributeIsThere() {
    var records =
        Rows.of(
                spark,
                ImpactedRecords.table(TINY),
                """
                record_id | email           | given_name | family_name | birth_date
                both      | kim@one.example | KIM        | LEE         | 1990-05-01
                one       | kim@one.example | KIM        | LEE         |
                none      |                 |            | LEE         | 1990-05-01
                """)
            .withColumn("record", col("record_id"));

    tables.assertRows(
        SharedKeys.oneRowPerKey(TINY.linking().records())
            .apply(records)
            .groupBy("record")
            .agg(count(lit(1)).as("keys")),
        """
        record | keys
        both   | 2
        one    | 1
        """);
  }
}
