package aftermath.lakehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.testing.SparkSessionForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
  void aTableThatIsDeclaredAndNotMadeIsNotUpToDate(SparkSession spark) {
    Pipeline failing = pipeline("SELECT string(raise_error('stopped')) AS name");
    var lakehouse = new Lakehouse(spark, folder.toString());
    var runner = new Runner(lakehouse, Progress.SILENT, Clock.systemUTC(), "code");

    assertThrows(LakehouseMistake.class, () -> runner.run(failing, "run"));

    assertEquals(Optional.of(0L), lakehouse.version(TABLE));
    assertFalse(runner.isUpToDate(failing));
    Pipeline working = pipeline("SELECT 'a' AS name");
    assertEquals(List.of(TABLE), runner.run(working, "next run"));
    assertTrue(runner.isUpToDate(working));
  }

  @Test
  void aTableThatIsMadeWithoutRowsIsUpToDate(SparkSession spark) {
    Pipeline empty = pipeline("SELECT 'a' AS name WHERE rand() > 2");
    var lakehouse = new Lakehouse(spark, folder.toString());
    var runner = new Runner(lakehouse, Progress.SILENT, Clock.systemUTC(), "code");

    assertEquals(List.of(TABLE), runner.run(empty, "run"));

    assertTrue(runner.isUpToDate(empty));
  }

  @Test
  void aTableThatIsDeclaredDifferentlyNowIsMadeAnewAndItsHistoryStays(SparkSession spark) {
    var lakehouse = new Lakehouse(spark, folder.toString());
    Table other =
        Table.table("ops.something")
            .comment("One row per thing")
            .columns("title STRING NOT NULL COMMENT 'what it is called', number BIGINT");
    lakehouse.replace(TABLE, spark.sql("SELECT 'a' AS name"), lakehouse.note(TABLE, "1", "made"));

    lakehouse.replace(
        other,
        spark.sql("SELECT 'b' AS title, 7L AS number"),
        lakehouse.note(other, "2", "made otherwise"));

    assertEquals(List.of("title", "number"), List.of(lakehouse.read(other).columns()));
    assertEquals("a", lakehouse.readAsOf(TABLE, "1").select("name").head().getString(0));
  }

  @Test
  void nothingIsScannedOfATableThatWasMadeEmptyUntilRowsAreAdded(SparkSession spark) {
    var lakehouse = new Lakehouse(spark, folder.toString());
    var note = lakehouse.note(TABLE, "run", "made");

    lakehouse.replace(TABLE, spark.sql("SELECT 'a' AS name WHERE rand() > 2"), note);

    assertEquals(0L, lakehouse.read(TABLE).queryExecution().optimizedPlan().maxRows().get());
    lakehouse.append(TABLE, spark.sql("SELECT 'b' AS name"), note);
    lakehouse.append(TABLE, spark.sql("SELECT 'c' AS name WHERE rand() > 2"), note);
    assertEquals("b", lakehouse.read(TABLE).head().getString(0));
  }

  @Test
  void aLogOfAnOlderProgramGetsTheColumnsAndTheChecksOfThisOne(SparkSession spark) {
    var lakehouse = new Lakehouse(spark, folder.toString());
    Table older = TABLE.check("name_is_known", "name IN ('a')");
    Table newer =
        TABLE.column("number", "BIGINT", "how many").check("name_is_known", "name <> 'c'");
    lakehouse.append(older, spark.sql("SELECT 'a' AS name"), lakehouse.note(older, "1", "1"));

    lakehouse.append(
        newer, spark.sql("SELECT 'b' AS name, 2L AS number"), lakehouse.note(newer, "2", "2"));

    assertEquals(
        "[[a,null], [b,2]]", lakehouse.read(newer).orderBy("name").collectAsList().toString());
    var refused =
        assertThrows(
            Exception.class,
            () ->
                lakehouse.append(
                    newer,
                    spark.sql("SELECT 'c' AS name, 3L AS number"),
                    lakehouse.note(newer, "3", "3")));
    assertTrue(String.valueOf(refused).contains("name_is_known"), refused::toString);
  }

  private static Pipeline pipeline(String query) {
    Model model = Model.model(TABLE).asMadeBy(spark -> spark.sql(query));
    return new Pipeline(List.of(), List.of(model), List.of());
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
