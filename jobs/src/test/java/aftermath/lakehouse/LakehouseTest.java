package aftermath.lakehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aftermath.pipeline.Table;
import aftermath.testing.SparkSessionForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionForTests.class)
class LakehouseTest {
  private static final Table TABLE =
      Table.table("ops.something").comment("One row per thing").columns("name STRING NOT NULL");

  @TempDir private Path folder;

  @Test
  void aTableWhoseFirstCommitWasCutOffIsMadeAnew(SparkSession spark) throws IOException {
    Path log = Files.createDirectories(folder.resolve("ops/something/_delta_log"));
    Files.writeString(log.resolve(".00000000000000000000.json.1234.tmp"), "{\"commitIn");
    var lakehouse = new Lakehouse(spark, folder.toString());

    lakehouse.declare(TABLE, lakehouse.note(TABLE, "run", "made"));

    assertEquals(Optional.of(0L), lakehouse.version(TABLE));
  }

  @Test
  void filesOfSomebodyElseStay(SparkSession spark) throws IOException {
    Path theirs = folder.resolve("ops/something/theirs.csv");
    Files.createDirectories(theirs.getParent());
    Files.writeString(theirs, "a,b");
    var lakehouse = new Lakehouse(spark, folder.toString());

    assertThrows(
        Exception.class, () -> lakehouse.declare(TABLE, lakehouse.note(TABLE, "run", "made")));
    assertEquals("a,b", Files.readString(theirs));
  }
}
