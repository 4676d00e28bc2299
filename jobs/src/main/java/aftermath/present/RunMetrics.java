package aftermath.present;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is measured of a run itself. */
final class RunMetrics {
  static final String LAST_SUCCESS = "aftermath_run_last_success_timestamp_seconds";

  private RunMetrics() {}

  /**
   * A run that is over.
   *
   * @param lastSuccess when the last run that worked ended; empty if none is known
   * @param success 1 if all of it worked, else 0
   */
  record Run(
      String incident,
      Instant startedAt,
      Instant endedAt,
      Optional<Instant> lastSuccess,
      int success) {}

  /** The run's own numbers, and those of the warehouse. */
  static MetricSnapshots of(Run run, MetricSnapshots warehouse) {
    Labels incident = Labels.of("incident", run.incident());
    var gauges =
        new Gauges()
            .add(
                "aftermath_run_success",
                "1 if all of the last run worked, else 0.",
                run.success(),
                incident)
            .add(
                "aftermath_run_duration_seconds",
                "How long the last run took.",
                Duration.between(run.startedAt(), run.endedAt()).toMillis() / 1000.0,
                incident)
            .add(
                "aftermath_run_finished_timestamp_seconds",
                "When the last run ended, in seconds since 1970.",
                seconds(run.endedAt()),
                incident);
    run.lastSuccess()
        .ifPresent(
            then ->
                gauges.add(
                    LAST_SUCCESS,
                    "When the last run that worked ended, in seconds since 1970.",
                    seconds(then),
                    incident));
    List<MetricSnapshot> all =
        Stream.concat(gauges.snapshots().stream(), warehouse.stream()).toList();
    return new MetricSnapshots(all);
  }

  private static double seconds(Instant moment) {
    return moment.toEpochMilli() / 1000.0;
  }
}
