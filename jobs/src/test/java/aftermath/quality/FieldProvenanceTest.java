package aftermath.quality;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.ops.Ops;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class FieldProvenanceTest {

  @Test
  void namesTheDeliveredColumnsAndFilesThatFedAField(SparkSession spark) {
    new TablesInMemory(spark)
        .given(
            ColumnProfiles.TABLE,
            """
            role             | delivery_id | column_name | rows | filled
            impacted_records | d1          | contact     | 10   | 4
            impacted_records | d1          | first       | 10   | 9
            impacted_records | d1          | state       | 10   | 3
            impacted_records | d1          | work        | 10   | 0
            impacted_records | d1          | ref         | 10   | 10
            impacted_records | d1          | NOTE        | 10   | 10
            customers        | d2          | email       | 5    | 5
            """)
        .given(
            Ops.DELIVERIES,
            """
            delivery_id | role             | file           | state
            d1          | impacted_records | cases.csv      | taken
            d1          | impacted_records | again.csv      | repeated
            d2          | customers        | customers.csv  | taken
            """)
        .make(FieldProvenance.model(TINY))
        .assertRows(
            FieldProvenance.TABLE,
            """
            role             | field | attribute  | delivered_column | file          | rows | rows_filled
            impacted_records | email | email      | CONTACT          | cases.csv     | 10   | 4
            impacted_records | name  | given_name | FIRST            | cases.csv     | 10   | 9
            impacted_records |       | state      | STATE            | cases.csv     | 10   | 3
            customers        |       | email      | EMAIL            | customers.csv | 5    | 5
            """);
  }
}
