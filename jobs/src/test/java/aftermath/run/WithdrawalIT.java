package aftermath.run;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Progress;
import aftermath.lakehouse.RunName;
import aftermath.ops.Ops;
import aftermath.pipeline.Balance;
import aftermath.pipeline.Balance.Total;
import aftermath.pipeline.Pipeline;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TinyIncident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A wrong file can be taken back, and what a run has done is never without an entry. */
@ExtendWith(SparkSessionForTests.class)
class WithdrawalIT {
  private static final Incident TINY = TinyIncident.TINY;
  private static final String RIGHT = "REF,FIRST\nR1,Ann\nR2,Bob\n";
  private static final String WRONG = "REF,FIRST\nR3,Cem\nR4\n";

  /** No models: what bronze holds is all that is asked here. */
  private static final Pipeline TAKING =
      new Pipeline(
          BronzeTables.all(TINY),
          List.of(),
          List.of(
              Balance.balance(
                  "Every delivered row is kept or set aside",
                  new Total(
                      Ops.DELIVERIES,
                      "sum(rows_found)",
                      "role = 'impacted_records' AND state <> 'withdrawn'"),
                  Total.rows(BronzeTables.of(TINY, Role.IMPACTED_RECORDS)),
                  Total.rows(BronzeTables.REJECTED))));

  @TempDir private Path folder;
  private Path cases;
  private Lakehouse lakehouse;
  private int moments;

  @BeforeEach
  void aWarehouse(SparkSession spark) throws IOException {
    lakehouse = new Lakehouse(spark, folder.resolve("warehouse").toString());
    cases = Files.createDirectories(folder.resolve("in")).resolve("cases.csv");
    deliver(WRONG);
  }

  /** One story, since every run of it costs seconds. */
  @Test
  void aFileThatWasReplacedCountsUntilItIsTakenBack() throws IOException {
    run();
    deliver(RIGHT);
    List<String> said = run().remarks();
    assertTrue(said.stream().anyMatch(sentence -> sentence.contains("both count")), said::toString);
    assertEquals(List.of("R1", "R2", "R3"), keys());

    assertMistake("taken in 2 times", "cases.csv");
    assertMistake("others.csv", "others.csv");
    String wrong = oldest();
    withdrawal().takeBack(List.of(wrong), "of another incident");
    assertEquals(List.of("R1", "R2"), keys());
    assertEquals(0, lakehouse.read(BronzeTables.REJECTED).count());
    assertEquals(
        "[[withdrawn,of another incident,2,0,0]]",
        lakehouse
            .read(Ops.DELIVERIES)
            .where("state <> 'taken'")
            .select("state", "reason", "rows_found", "rows_kept", "rows_set_aside")
            .collectAsList()
            .toString());

    withdrawal().allowAgain(List.of(wrong));
    deliver(WRONG);
    assertEquals(1, run().filesTaken());
    assertEquals(List.of("R1", "R2", "R3"), keys());

    takeBackAndBeKilledBeforeRowsAreRemoved(wrong);
    assertEquals(0, run().filesTaken(), "its content is known, and not taken in again");
    assertEquals(List.of("R1", "R2"), keys());
  }

  /** The book is written first. */
  private void takeBackAndBeKilledBeforeRowsAreRemoved(String id) {
    lakehouse.update(
        Ops.DELIVERIES,
        "delivery_id = '" + id + "'",
        Map.of(
            "state", lit("withdrawn"),
            "rows_kept", lit(0L),
            "rows_set_aside", lit(0L),
            "run_id", lit(RunName.of(now()))),
        lakehouse.note(Ops.DELIVERIES, "killed", "killed"));
  }

  private void assertMistake(String said, String named) {
    var mistake =
        assertThrows(RunMistake.class, () -> withdrawal().takeBack(List.of(named), "wrong"));
    assertTrue(mistake.getMessage().contains(said), mistake::getMessage);
  }

  private String oldest() {
    return lakehouse
        .read(Ops.DELIVERIES)
        .orderBy("taken_at")
        .select("delivery_id")
        .head()
        .getString(0);
  }

  private Execution.Outcome run() {
    return new Execution(
            TINY,
            TAKING,
            lakehouse,
            Progress.SILENT,
            Clock.fixed(now(), ZoneOffset.UTC),
            "code",
            "key")
        .run(folder.resolve("in").toString());
  }

  private Withdrawal withdrawal() {
    return new Withdrawal(TINY, lakehouse, Clock.fixed(now(), ZoneOffset.UTC));
  }

  private Instant now() {
    return Instant.parse("2025-08-01T00:00:00Z").plusSeconds(60L * moments++);
  }

  private void deliver(String text) throws IOException {
    Files.writeString(cases, text);
    Files.setLastModifiedTime(cases, FileTime.from(now()));
  }

  private List<String> keys() {
    return lakehouse
        .read(BronzeTables.of(TINY, Role.IMPACTED_RECORDS))
        .orderBy("ref")
        .select("ref")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
