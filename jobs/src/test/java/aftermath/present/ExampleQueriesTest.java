package aftermath.present;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import aftermath.testing.IncidentFiles;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TinyIncident;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SparkSessionForTests.class)
class ExampleQueriesTest {

  /** Those of the repository, and one that has every table that an incident may have. */
  static Stream<Incident> incidents() {
    Incident matching =
        TinyIncident.tinyBut(
            "linking:\n",
            "linking:\n  matching: {}\n",
            "  notice_events:\n",
            "  link_decisions:\n    - { name: clerks, format: csv, paths: [clerks.csv] }\n"
                + "  notice_events:\n");
    return Stream.concat(IncidentFiles.all().stream().map(IncidentFile::read), Stream.of(matching));
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void everyGoldTableHasOneThatItsColumnsAnswer(Incident incident, SparkSession spark) {
    // Views are of a session; other tests have tables of the same names.
    SparkSession own = spark.newSession();
    List<Table> gold =
        BreachPipeline.of(incident, PseudonymKey.NONE).tables().stream()
            .filter(table -> table.layer() == Layer.GOLD)
            .toList();
    for (Table table : gold) {
      own.createDataFrame(List.<Row>of(), table.schema())
          .createOrReplaceTempView("gold_" + table.shortName());
    }
    for (Table table : gold) {
      String query = ExampleQueries.of(table.name()).orElse("");
      assertTrue(query.contains(table.name()), table.name());
      assertDoesNotThrow(() -> own.sql(query.replaceAll("\\bgold\\.(\\w+)", "gold_$1")), query);
    }
  }
}
