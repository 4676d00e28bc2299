package aftermath.present;

import aftermath.incident.Incident;
import aftermath.lakehouse.Lakehouse;
import aftermath.pipeline.Pipeline;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the last run went, in Prometheus' text format, for the textfile collector of its node
 * exporter. The file is whole at every moment: it is written beside itself and renamed.
 */
public final class MetricsFile {
  private static final Pattern LAST_SUCCESS =
      Pattern.compile("(?m)^" + RunMetrics.LAST_SUCCESS + "\\{[^}]*} (\\S+)$");

  /** What a run is called of which not even the incident file could be read. */
  private static final String UNKNOWN = "unknown";

  private final Path file;
  private final Clock clock;
  private boolean isWritten;

  public MetricsFile(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** False if the file cannot be written where it is to be. Makes its folder. */
  public boolean canBeWritten() {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      return false;
    }
    return Files.isWritable(folder) && !Files.isDirectory(file);
  }

  /** Writes that a run has ended and all of it worked. */
  public void succeeded(
      Incident incident, Pipeline pipeline, Lakehouse lakehouse, Instant startedAt) {
    Instant now = clock.instant();
    var run = new RunMetrics.Run(incident.id(), startedAt, now, Optional.of(now), 1);
    write(RunMetrics.of(run, WarehouseMetrics.of(incident, pipeline, lakehouse)));
  }

  /** Writes that a run has failed, with the figures of the tables as they are. */
  public void failed(Incident incident, Pipeline pipeline, Lakehouse lakehouse, Instant startedAt) {
    write(
        RunMetrics.of(
            failure(incident.id(), startedAt),
            WarehouseMetrics.ofWhatCanBeRead(incident, pipeline, lakehouse)));
  }

  /** Writes that a run has failed before it came to any table, unless it has been written. */
  public void failedBefore(Instant startedAt, Optional<Incident> incident) {
    if (!isWritten) {
      String id = incident.map(Incident::id).orElse(UNKNOWN);
      write(RunMetrics.of(failure(id, startedAt), MetricSnapshots.of()));
    }
  }

  private RunMetrics.Run failure(String incident, Instant startedAt) {
    return new RunMetrics.Run(incident, startedAt, clock.instant(), lastSuccess(), 0);
  }

  /** An alert asks when it last worked, and a failure must not make that forgotten. */
  private Optional<Instant> lastSuccess() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Matcher found = LAST_SUCCESS.matcher(Files.readString(file));
      OptionalDouble seconds =
          found.find()
              ? OptionalDouble.of(Double.parseDouble(found.group(1)))
              : OptionalDouble.empty();
      return seconds.isPresent()
          ? Optional.of(Instant.ofEpochMilli(Math.round(1000 * seconds.getAsDouble())))
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private void write(MetricSnapshots metrics) {
    Path whole = file.toAbsolutePath();
    // The collector reads *.prom; half a file must not be called so.
    Path half = whole.resolveSibling("." + whole.getFileName() + ".part");
    try {
      Files.createDirectories(whole.getParent());
      try (var out = Files.newOutputStream(half)) {
        PrometheusTextFormatWriter.create().write(out, metrics);
      }
      Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      isWritten = true;
    } catch (IOException e) {
      throw new UncheckedIOException("--metrics %s cannot be written".formatted(file), e);
    }
  }
}
