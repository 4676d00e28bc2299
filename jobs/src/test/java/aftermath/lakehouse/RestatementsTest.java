package aftermath.lakehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aftermath.ops.Ops;
import aftermath.pipeline.Daily;
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

/** What is said of days that were over and are told anew. */
@ExtendWith(SparkSessionForTests.class)
class RestatementsTest {
  private static final Table CALLS =
      Table.table("gold.calls")
          .columns("line STRING NOT NULL, day DATE NOT NULL, calls BIGINT NOT NULL");
  private static final Pipeline PIPELINE =
      new Pipeline(List.of(), List.of(), List.of(), List.of(Daily.daily(CALLS, "day", "calls")));

  private final SparkSession spark;
  private final Lakehouse lakehouse;

  RestatementsTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.lakehouse = new Lakehouse(spark, folder.toString());
  }

  @Test
  void earlierDaysWithOtherSumsAreToldWithBothAndTheLastDayAndLaterOnesAreNot() {
    run(
        "1",
        """
        line | day        | calls
        a    | 2025-07-01 | 5
        b    | 2025-07-01 | 1
        a    | 2025-07-02 | 3
        a    | 2025-07-04 | 2
        """);
    assertEquals(
        List.of(
            "[2,gold.calls,2025-07-01,calls,6,9]",
            "[2,gold.calls,2025-07-02,calls,3,0]",
            "[2,gold.calls,2025-07-03,calls,0,4]"),
        run(
            "2",
            """
            line | day        | calls
            a    | 2025-07-01 | 9
            a    | 2025-07-03 | 4
            a    | 2025-07-04 | 7
            a    | 2025-07-05 | 1
            """));
    assertEquals(3, lakehouse.read(Ops.RESTATEMENTS).count());
  }

  @Test
  void whatAStoppedRunHasWrittenIsComparedWithWhatWasRecordedAndSaidOnce() {
    run("1", "line | day | calls\na | 2025-07-01 | 5\na | 2025-07-02 | 1");
    write("2", "line | day | calls\na | 2025-07-01 | 6\na | 2025-07-02 | 1");
    assertEquals(List.of("[3,gold.calls,2025-07-01,calls,5,6]"), close("3", List.of()));
    assertEquals(List.of(), close("4", List.of()));
  }

  private List<String> run(String id, String rows) {
    write(id, rows);
    return close(id, List.of(CALLS));
  }

  private List<String> close(String id, List<Table> changed) {
    Instant start = Instant.parse("2025-08-01T00:00:00Z").plusSeconds(Long.parseLong(id));
    var log = new RunLog(lakehouse, Clock.fixed(start, ZoneOffset.UTC));
    var run = new RunLog.Run(id, "incident", start, "file", "code", "key");
    return log.close(run, PIPELINE, 1, changed).restated().stream().map(Object::toString).toList();
  }

  private void write(String id, String rows) {
    lakehouse.replace(CALLS, Rows.of(spark, CALLS, rows), lakehouse.note(CALLS, id, id));
  }
}
