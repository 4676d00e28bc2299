package aftermath.pipeline;

import static aftermath.pipeline.Table.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TablesInMemory;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class QueryTest {
  private static final Table CUBE = table("gold.example_cube").columns("region STRING, people INT");

  private final SparkSession spark;

  QueryTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void isInAFileBesideItsClass() {
    assertEquals("SELECT 1 AS one\n", Query.in(QueryTest.class, "example.sql").text());
  }

  @Test
  void saysWhichFileIsMissing() {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> Query.in(QueryTest.class, "none.sql"));

    assertEquals("There is no none.sql beside aftermath.pipeline.QueryTest.", refusal.getMessage());
  }

  @Test
  void seesItsInputsUnderTheirShortNamesAndItsParametersByName() {
    var query =
        new Query("SELECT region FROM example_cube WHERE people >= :minimum", Map.of())
            .with("minimum", 10);
    var cube = Rows.of(spark, CUBE, "region | people\nNSW | 10\nVIC | 9");

    new TablesInMemory(spark)
        .assertRows(
            query.over(List.of(CUBE)).apply(spark, List.of(cube)),
            """
            region
            NSW
            """);
  }

  @Test
  void aParameterIsAValueAndNeverPartOfTheStatement() {
    var query = new Query("SELECT :name AS name", Map.of()).with("name", "x' OR '1' = '1");

    assertEquals(
        "x' OR '1' = '1",
        query.over(List.of()).apply(spark, List.of()).collectAsList().get(0).getString(0));
  }

  @Test
  void isUnchangedByAParameterThatIsAdded() {
    var query = new Query("SELECT 1", Map.of());

    query.with("least", 1);

    assertEquals(Map.of(), query.parameters());
  }
}
