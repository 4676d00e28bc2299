package aftermath.lakehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.ops.Ops;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What became of runs that came to no end. */
@ExtendWith(SparkSessionForTests.class)
class StoppedRunsTest {
  private static final Table SOURCE = Table.table("bronze.source").columns("x INT NOT NULL");
  private static final Table ONE = Table.table("silver.one").columns("x INT NOT NULL");
  private static final Table TWO = Table.table("silver.two").columns("x INT NOT NULL");
  private static final Pipeline PIPELINE =
      new Pipeline(List.of(SOURCE), List.of(model(ONE), model(TWO)), List.of());

  private final SparkSession spark;
  private final Lakehouse lakehouse;

  StoppedRunsTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.lakehouse = new Lakehouse(spark, folder.toString());
  }

  /** One story, since every table that is written costs a second. */
  @Test
  void theNextRunEntersWhatEachHadWrittenOnceAndSaysSoAndTotalsAreCheckedBehindThem() {
    write(ONE, 1);
    write(TWO, 2);
    List<String> said = find(3);
    assertEquals(2, said.size(), said::toString);
    assertTrue(said.get(0).contains("20250801T000001.000Z was stopped"), said::toString);
    assertTrue(said.get(0).contains("0 files taken in, 1 table written"), said::toString);
    assertEquals(
        "[[20250801T000001.000Z,WrappedArray(silver.one@1),false,true],"
            + " [20250801T000002.000Z,WrappedArray(silver.two@1),false,true]]",
        lakehouse
            .read(Ops.RUNS)
            .select("run_id", "tables_changed", "is_balanced", "was_stopped")
            .orderBy("run_id")
            .collectAsList()
            .toString()
            .replace("ArraySeq", "WrappedArray"));
    assertEquals(List.of(), find(4));
    assertFalse(log(5).last().orElseThrow().<Boolean>getAs("is_balanced"));
    assertTrue(log(5).lacksEntryOf(PIPELINE));
  }

  @Test
  void aRunThatCameToItsEndIsNone() {
    write(ONE, 1);
    log(1).close(run(1), PIPELINE, 1, List.of(ONE));
    assertEquals(List.of(), find(2));
    assertFalse(log(2).last().orElseThrow().<Boolean>getAs("was_stopped"));
  }

  private static Model model(Table table) {
    return Model.model(table).from(SOURCE).as(rows -> rows);
  }

  private void write(Table table, int second) {
    String id = run(second).id();
    lakehouse.replace(table, Rows.of(spark, table, "x\n1"), lakehouse.note(table, id, id));
  }

  private List<String> find(int second) {
    return log(second).enterStopped(run(second), log(second).last(), PIPELINE);
  }

  private RunLog log(int second) {
    return new RunLog(lakehouse, Clock.fixed(at(second), ZoneOffset.UTC));
  }

  private static RunLog.Run run(int second) {
    return new RunLog.Run(RunName.of(at(second)), "incident", at(second), "file", "code", "key");
  }

  private static Instant at(int second) {
    return Instant.parse("2025-08-01T00:00:00Z").plusSeconds(second);
  }
}
