package aftermath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.intake.BronzeTables;
import aftermath.lakehouse.RunLog;
import aftermath.ops.Ops;
import aftermath.testing.DemoWarehouse;
import aftermath.testing.SparkSessionForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionForTests.class)
class ExecutionTest {
  private static final Instant THEN = Instant.parse("2025-07-01T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void anInputFolderThatIsNotThereIsAMistakeAndNoTableIsWritten(SparkSession spark) {
    var warehouse = new DemoWarehouse(spark, folder.resolve("warehouse"));
    Path missing = folder.resolve("nowhere");

    var mistake = assertThrows(RunMistake.class, () -> warehouse.run(missing));

    assertTrue(mistake.getMessage().contains(missing.toString()), mistake.getMessage());
    assertEquals(Optional.empty(), warehouse.lakehouse().version(Ops.RUNS));
  }

  @Test
  void aFolderWithoutStolenRecordsIsAMistakeAndNoTableIsWritten(SparkSession spark)
      throws IOException {
    var warehouse = new DemoWarehouse(spark, folder.resolve("warehouse"));
    Path empty = Files.createDirectories(folder.resolve("in"));

    var mistake = assertThrows(RunMistake.class, () -> warehouse.run(empty));

    assertTrue(mistake.getMessage().contains("no file matches"), mistake.getMessage());
    assertEquals(Optional.empty(), warehouse.lakehouse().version(BronzeTables.REJECTED));
  }

  @Test
  void aWarehouseOfAnotherIncidentIsLeftAlone(SparkSession spark) {
    var warehouse = new DemoWarehouse(spark, folder.resolve("warehouse"));
    var other = new RunLog.Run("20250701T000000.000Z", "another", THEN, "f", "code", "key");
    Timestamp then = Timestamp.from(THEN);
    Row run =
        RowFactory.create(
            other.id(), "another", then, then, "f", "code", "key", 1, new String[0], true, false);
    new RunLog(warehouse.lakehouse(), java.time.Clock.systemUTC())
        .append(Ops.RUNS, other, List.of(run));

    var mistake = assertThrows(RunMistake.class, () -> warehouse.run(folder));

    assertTrue(mistake.getMessage().contains("holds the incident another"), mistake.getMessage());
  }
}
