package aftermath.present;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.testing.Golden;
import aftermath.testing.IncidentFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesDocumentTest {
  private final Pipeline pipeline = BreachPipeline.of(IncidentFiles.demo(), PseudonymKey.NONE);

  @Test
  void thePageInTheRepositoryIsUpToDate() {
    Golden.assertHolds(Path.of("jobs", "TABLES.md"), TablesDocument.of(pipeline));
  }

  @Test
  void everyGoldTableHasAnExample() {
    List<String> without =
        pipeline.tables().stream()
            .filter(table -> table.layer() == Layer.GOLD)
            .map(Table::name)
            .filter(name -> ExampleQueries.of(name).isEmpty())
            .toList();
    assertEquals(List.of(), without);
  }
}
