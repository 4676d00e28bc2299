package aftermath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.lineage.SentEvents;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import aftermath.testing.DemoProcess;
import aftermath.testing.DemoRun;
import aftermath.testing.ExpositionFormat;
import aftermath.testing.FirstHand;
import aftermath.testing.ProgramProcess;
import aftermath.testing.SparkSessionForTests;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is watched from everywhere: its log, its metrics, its lineage; and a check after it.
 */
@ExtendWith({SparkSessionForTests.class, DemoRun.class, FirstHand.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservedRunIT {
  private Path folder;
  private ProgramProcess.Ended run;
  private ProgramProcess.Ended check;
  private ProgramProcess.Ended runBesideAnother;
  private Path metricsBesideAnother;
  private int filesBeforeTheCheck;
  private int filesAfterTheCheck;

  @BeforeAll
  void runs(FirstHand.Done first, @TempDir Path other) throws Exception {
    folder = first.folder();
    run = first.run();
    FirstHand.Copy copy = first.copyIn(other);
    filesBeforeTheCheck = DemoProcess.fileCount(copy.warehouse());
    check = copy.program("check", "--json");
    filesAfterTheCheck = DemoProcess.fileCount(copy.warehouse());
    Path lock = copy.warehouse().resolve("_running");
    Files.writeString(
        lock,
        "process %d on %s since %s"
            .formatted(
                ProcessHandle.current().pid(),
                InetAddress.getLocalHost().getHostName(),
                Instant.parse("2025-08-01T00:00:00Z")));
    metricsBesideAnother = other.resolve("second.prom");
    Files.copy(folder.resolve("aftermath.prom"), metricsBesideAnother);
    runBesideAnother = copy.program("run", "--metrics", metricsBesideAnother.toString());
  }

  @Test
  void itWorked() {
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("How many were hit"), run::out);
  }

  @Test
  void everyLineOfItsLogIsJson() throws IOException {
    List<String> lines = run.err().lines().toList();
    assertTrue(lines.size() > 100, () -> "only " + lines.size());
    var mapper = new ObjectMapper();
    for (String line : lines) {
      assertTrue(mapper.readTree(line).path("message").isTextual(), line);
    }
  }

  @Test
  void itsMetricsAreThoseOfTheTables(DemoRun.Done demo) throws IOException {
    var metrics = ExpositionFormat.read(Files.readString(folder.resolve("aftermath.prom")));
    assertEquals(1, metrics.value("aftermath_run_success", "incident", "demo"));
    assertEquals(
        demo.warehouse().lakehouse().read(people(demo)).count(),
        metrics.value("aftermath_people", "incident", "demo"));
    assertEquals(
        metrics.value("aftermath_people_to_tell", "incident", "demo"),
        metrics.value("aftermath_people_told", "incident", "demo")
            + metrics.value("aftermath_people_unreachable", "incident", "demo")
            + metrics.value("aftermath_people_outstanding", "incident", "demo"));
    String[] records = {
      "incident", "demo", "role", "impacted_records", "source", "service-records"
    };
    assertEquals(
        metrics.value("aftermath_source_rows_found", records),
        metrics.value("aftermath_source_rows_kept", records)
            + metrics.value("aftermath_source_rows_set_aside", records));
    assertEquals(
        1,
        metrics.value(
            "aftermath_control_total_balanced",
            "incident",
            "demo",
            "boundary",
            "Everybody is in the exposure cube"));
    assertTrue(
        metrics.value("aftermath_table_version", "incident", "demo", "table", "gold.fields") >= 0);
  }

  @Test
  void itsLineageTellsOfEveryTable(DemoRun.Done demo) throws IOException {
    SentEvents events = SentEvents.of(Files.readAllLines(folder.resolve("events.ndjson")));
    events.assertKeepTheSpecification();
    events.assertWhatBeginsEnds();
    for (Table table : demo.warehouse().tables(Layer.SILVER, Layer.GOLD)) {
      var made = events.of("COMPLETE", "demo." + table.name());
      assertEquals(1, made.size(), table.name());
      assertTrue(
          made.get(0).at("/outputs/0/outputFacets/outputStatistics/rowCount").isIntegralNumber(),
          table.name());
      assertTrue(
          made.get(0).at("/outputs/0/facets/version/datasetVersion").isTextual(), table.name());
    }
  }

  @Test
  void nothingThatLeavesItNamesAPerson(DemoRun.Done demo) throws IOException {
    var values = demo.personalValues();
    for (String file : List.of("aftermath.prom", "events.ndjson")) {
      List<String> lines = Files.readAllLines(folder.resolve(file));
      assertEquals(List.of(), values.foundIn(lines.stream()), file);
    }
    assertEquals(List.of(), values.foundIn(run.err().lines()));
    assertEquals(List.of(), values.foundIn(run.out().lines()));
    assertEquals(List.of(), values.foundIn(check.out().lines()));
  }

  @Test
  void aCheckAfterItFindsTheKeyAndTheWarehouseOfTheLastRun() throws IOException {
    var report = new ObjectMapper().readTree(check.out());
    var sentences = new HashMap<String, String>();
    report
        .path("findings")
        .forEach(
            finding ->
                sentences.merge(
                    finding.path("subject").asText(),
                    finding.path("standing").asText() + ": " + finding.path("sentence").asText(),
                    (one, other) -> one + "\n" + other));
    assertEquals("ok: the one of the last run", sentences.get("key"));
    assertTrue(sentences.get("warehouse").contains("its last run was"), sentences::toString);
    assertTrue(sentences.get("plan").startsWith("ok: "), sentences::toString);
    assertTrue(sentences.get("source ses").startsWith("ok: "), sentences::toString);
    assertEquals(report.path("ready").asBoolean() ? 0 : 2, check.exitCode());
  }

  @Test
  void aCheckLeavesNothingBehind() {
    assertEquals(filesBeforeTheCheck, filesAfterTheCheck);
  }

  @Test
  void aRunBesideAnotherEndsWithOneAndItsMetricsSayWhenItLastWorked() throws IOException {
    assertEquals(1, runBesideAnother.exitCode());
    assertTrue(
        runBesideAnother.err().contains("Another run is working on this warehouse"),
        runBesideAnother::err);
    var failed = ExpositionFormat.read(Files.readString(metricsBesideAnother));
    var worked = ExpositionFormat.read(Files.readString(folder.resolve("aftermath.prom")));
    assertEquals(0, failed.value("aftermath_run_success", "incident", "demo"));
    for (String kept :
        List.of("aftermath_run_last_success_timestamp_seconds", "aftermath_people_told")) {
      assertEquals(
          worked.value(kept, "incident", "demo"), failed.value(kept, "incident", "demo"), kept);
    }
  }

  private static Table people(DemoRun.Done demo) {
    return demo.warehouse().pipeline().table("silver.people").orElseThrow();
  }
}
