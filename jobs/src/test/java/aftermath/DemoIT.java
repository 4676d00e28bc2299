package aftermath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.lakehouse.Lakehouse;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import aftermath.present.ExampleQueries;
import aftermath.present.Summary;
import aftermath.run.Execution;
import aftermath.testing.DemoRun;
import aftermath.testing.DemoWarehouse;
import aftermath.testing.Golden;
import aftermath.testing.GoldenTable;
import aftermath.testing.SparkSessionForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline on the samples of the repository. */
@ExtendWith({SparkSessionForTests.class, DemoRun.class})
class DemoIT {
  private static final Path EXPECTED = DemoWarehouse.SAMPLES.resolve("expected");

  @Test
  void everyFigureIsAsExpected(DemoRun.Done demo) {
    var warehouse = demo.warehouse();
    var texts = new LinkedHashMap<Path, String>();
    for (Table table : warehouse.tables(Layer.GOLD)) {
      texts.put(
          EXPECTED.resolve(table.shortName() + ".csv"),
          GoldenTable.csv(warehouse.lakehouse().read(table)));
    }
    texts.put(EXPECTED.resolve("silver_rows.csv"), silverRows(warehouse));
    texts.put(
        EXPECTED.resolve("summary.txt"),
        new Summary(warehouse.incident(), warehouse.lakehouse(), "conf/demo.yaml").text());
    Golden.assertHold(texts);
  }

  @Test
  void aSecondRunChangesNothing(DemoRun.Done demo, @TempDir Path folder) throws IOException {
    DemoWarehouse copy = demo.warehouse().copyIn(folder);
    Map<String, Long> before = demo.warehouse().versions();
    Execution.Outcome second = copy.run(DemoWarehouse.SAMPLES);
    assertTrue(second.isUnchanged(), second::toString);
    assertEquals(before, copy.versions());
  }

  @Test
  void everyKeyIdentifiesARow(DemoRun.Done demo) {
    for (Table table : demo.warehouse().pipeline().tables()) {
      if (!table.key().isEmpty()) {
        var rows = demo.warehouse().lakehouse().read(table);
        var keys =
            rows.select(table.key().get(0), table.key().stream().skip(1).toArray(String[]::new));
        assertEquals(rows.count(), keys.distinct().count(), table.name());
      }
    }
  }

  @Test
  void aGoldTableWithoutAKeyHasOneRow(DemoRun.Done demo) {
    demo.warehouse().tables(Layer.GOLD).stream()
        .filter(table -> table.key().isEmpty())
        .forEach(
            table ->
                assertEquals(1, demo.warehouse().lakehouse().read(table).count(), table.name()));
  }

  @Test
  void everyExampleQueryAnswers(DemoRun.Done demo) {
    Lakehouse lakehouse = demo.warehouse().lakehouse();
    for (Table table : demo.warehouse().tables(Layer.GOLD)) {
      String query = ExampleQueries.of(table.name()).orElseThrow();
      String found =
          query.replaceAll("\\bgold\\.(\\w+)", "delta.`" + lakehouse.root() + "/gold/$1`");
      assertTrue(lakehouse.spark().sql(found).count() > 0, query);
    }
  }

  private static String silverRows(DemoWarehouse warehouse) {
    var text = new StringBuilder("table,rows\n");
    for (Table table : warehouse.tables(Layer.BRONZE, Layer.SILVER)) {
      text.append(table.name())
          .append(',')
          .append(warehouse.lakehouse().read(table).count())
          .append('\n');
    }
    return text.toString();
  }
}
