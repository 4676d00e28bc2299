package aftermath.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.lakehouse.Lakehouse;
import aftermath.pipeline.Pipeline;
import aftermath.testing.ExpositionFormat;
import aftermath.testing.IncidentFiles;
import aftermath.testing.SparkSessionForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionForTests.class)
class MetricsFileTest {
  private static final Instant BEGUN = Instant.parse("2025-07-01T00:00:00Z");
  private static final Instant ENDED = BEGUN.plusMillis(90_500);

  private final Pipeline pipeline = BreachPipeline.of(IncidentFiles.demo(), PseudonymKey.NONE);
  private final Lakehouse empty;

  @TempDir private Path folder;

  MetricsFileTest(SparkSession spark) {
    this.empty = new Lakehouse(spark, "/nowhere/at/all");
  }

  @Test
  void aFailedRunSaysSoAndHowLongItTook() throws IOException {
    at(ENDED).failedBefore(BEGUN, Optional.of(IncidentFiles.demo()));
    ExpositionFormat metrics = read();
    assertEquals(0, metrics.value("aftermath_run_success", "incident", "demo"));
    assertEquals(90.5, metrics.value("aftermath_run_duration_seconds", "incident", "demo"));
    assertEquals(
        ENDED.toEpochMilli() / 1000.0,
        metrics.value("aftermath_run_finished_timestamp_seconds", "incident", "demo"));
    assertFalse(metrics.has(RunMetrics.LAST_SUCCESS));
  }

  @Test
  void aFailureDoesNotMakeForgottenWhenItLastWorked() throws IOException {
    at(ENDED).succeeded(IncidentFiles.demo(), pipeline, empty, BEGUN);
    assertEquals(1, read().value("aftermath_run_success", "incident", "demo"));
    at(ENDED.plusSeconds(3600)).failed(IncidentFiles.demo(), pipeline, empty, BEGUN);
    ExpositionFormat metrics = read();
    assertEquals(0, metrics.value("aftermath_run_success", "incident", "demo"));
    assertEquals(
        ENDED.toEpochMilli() / 1000.0, metrics.value(RunMetrics.LAST_SUCCESS, "incident", "demo"));
  }

  @Test
  void whatARunHasWrittenIsNotWrittenOver() throws IOException {
    MetricsFile file = at(ENDED);
    file.failed(IncidentFiles.demo(), pipeline, empty, BEGUN);
    file.failedBefore(BEGUN, Optional.empty());
    assertTrue(Files.readString(metrics()).contains("incident=\"demo\""));
  }

  @Test
  void aRunWithoutAnIncidentIsOfAnUnknownOne() throws IOException {
    at(ENDED).failedBefore(BEGUN, Optional.empty());
    assertEquals(0, read().value("aftermath_run_success", "incident", "unknown"));
  }

  @Test
  void nothingButTheWholeFileIsInTheFolder() throws IOException {
    at(ENDED).failedBefore(BEGUN, Optional.empty());
    try (var files = Files.list(metrics().getParent())) {
      assertEquals(List.of(metrics()), files.toList());
    }
  }

  private MetricsFile at(Instant now) {
    return new MetricsFile(metrics(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private Path metrics() {
    return folder.resolve("collected/aftermath.prom");
  }

  private ExpositionFormat read() throws IOException {
    return ExpositionFormat.read(Files.readString(metrics()));
  }
}
