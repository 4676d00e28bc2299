package aftermath.exposure;

import static aftermath.testing.TinyIncident.TINY;

import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class FieldsTest {
  private final SparkSession spark;

  FieldsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void areTheCatalogueOfTheIncidentInItsOrder() {
    TablesInMemory tables = new TablesInMemory(spark).make(Fields.model(TINY));

    tables.assertSameInOrder(
        Rows.of(
            spark,
            Fields.TABLE,
            """
            field      | position | bit | title      | kinds             | data_processing_context | ease_of_identification
            name       | 0        | 1   | name       | {plain: identity} | 1                       | 0.5
            email      | 1        | 2   | email      | {plain: contact}  | 1                       | 1
            birth_date | 2        | 4   | birth_date | {plain: identity} | 2                       | 1
            diagnosis  | 3        | 8   | diagnosis  | {plain: health}   | 3                       | 1
            """),
        tables.rows(Fields.TABLE));
  }
}
