package aftermath.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.RunLog;
import aftermath.ops.Ops;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TinyIncident;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionForTests.class)
class WarehouseCheckTest {
  @TempDir private Path folder;

  @Test
  void aFolderThatCanBeWrittenToIsFineAndNothingIsLeftBehind(SparkSession spark) throws Exception {
    Path warehouse = folder.resolve("not/there/yet");

    List<Finding> found = findings(spark, warehouse);

    assertTrue(found.stream().allMatch(it -> it.standing() == Standing.OK), found::toString);
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void whatIsInAWarehouseStays(SparkSession spark) throws Exception {
    Path note = Files.writeString(folder.resolve("note"), "mine");
    findings(spark, folder);
    try (var left = Files.list(folder)) {
      assertEquals(List.of(note), left.toList());
    }
  }

  @Test
  void aFileInTheWayIsNamed(SparkSession spark) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Finding warehouse = findings(spark, file.resolve("below")).get(0);
    assertEquals(Standing.MISSING, warehouse.standing());
    assertTrue(warehouse.sentence().contains("is a file"), warehouse::sentence);
  }

  @Test
  void aStoreWhoseLibrariesAreNotThereIsMissing(SparkSession spark) {
    var lakehouse = new Lakehouse(spark, "nosuchstore://bucket/warehouse");
    Finding warehouse = new WarehouseCheck(lakehouse).findings(TinyIncident.TINY).get(0);
    assertEquals(Standing.MISSING, warehouse.standing());
    assertTrue(warehouse.sentence().contains("libraries of the store"), warehouse::sentence);
  }

  @Test
  void aRunThatHoldsTheWarehouseIsNamed(SparkSession spark) throws Exception {
    String owner =
        "process %d on %s since %s"
            .formatted(
                ProcessHandle.current().pid(),
                InetAddress.getLocalHost().getHostName(),
                Instant.parse("2025-07-01T00:00:00Z"));
    Files.writeString(folder.resolve("_running"), owner);
    Finding others = findings(spark, folder).get(0);
    assertEquals(Standing.MISSING, others.standing());
    assertTrue(others.sentence().contains(owner), others::sentence);
    assertTrue(Files.exists(folder.resolve("_running")));
  }

  @Test
  void aWarehouseOfAnotherIncidentIsMissing(SparkSession spark) {
    var lakehouse = new Lakehouse(spark, folder.toString());
    Timestamp then = Timestamp.from(Instant.parse("2025-07-01T00:00:00Z"));
    var run =
        new RunLog.Run("20250701T000000.000Z", "another", then.toInstant(), "f", "code", "key");
    new RunLog(lakehouse, Clock.systemUTC())
        .append(
            Ops.RUNS,
            run,
            List.of(
                RowFactory.create(
                    run.id(),
                    "another",
                    then,
                    then,
                    "f",
                    "code",
                    "key",
                    1,
                    new String[0],
                    true,
                    false)));
    Finding warehouse = new WarehouseCheck(lakehouse).findings(TinyIncident.TINY).get(1);
    assertEquals(Standing.MISSING, warehouse.standing());
    assertTrue(warehouse.sentence().contains("holds the incident another"), warehouse::sentence);
  }

  @Test
  void roomIsAskedForByTheSizeOfTheDeliveries(SparkSession spark) {
    var check = new WarehouseCheck(new Lakehouse(spark, folder.toString()));
    assertEquals(Standing.OK, check.room(1000).standing());
    Finding tooMuch = check.room(Long.MAX_VALUE / 4);
    assertEquals(Standing.WARNING, tooMuch.standing());
    assertFalse(tooMuch.sentence().isBlank());
  }

  private static List<Finding> findings(SparkSession spark, Path warehouse) {
    return new WarehouseCheck(new Lakehouse(spark, warehouse.toString()))
        .findings(TinyIncident.TINY);
  }
}
