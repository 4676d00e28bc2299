package aftermath.run;

import aftermath.incident.Incident;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Progress;
import aftermath.lakehouse.RunLog;
import aftermath.lakehouse.Runner;
import aftermath.lakehouse.WarehouseLock;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.spark.sql.Row;

/** One run: take in what is new, bring every table up to date, check that nothing was lost. */
public final class Execution {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Incident incident;
  private final Lakehouse lakehouse;
  private final Pipeline pipeline;
  private final Progress progress;
  private final Clock clock;
  private final String codeVersion;

  public Execution(
      Incident incident,
      Pipeline pipeline,
      Lakehouse lakehouse,
      Progress progress,
      Clock clock,
      String codeVersion) {
    this.incident = incident;
    this.lakehouse = lakehouse;
    this.pipeline = pipeline;
    this.progress = progress;
    this.clock = clock;
    this.codeVersion = codeVersion;
  }

  /**
   * How a run ended.
   *
   * @param changed tables with a new version; empty: nothing had changed
   * @param controlTotals how many were checked; all of them add up
   */
  public record Outcome(
      int filesTaken,
      int filesSetAside,
      long rowsFound,
      long rowsSetAside,
      List<Table> changed,
      int controlTotals,
      List<String> remarks) {

    public boolean isUnchanged() {
      return filesTaken == 0 && filesSetAside == 0 && changed.isEmpty() && controlTotals == 0;
    }
  }

  /**
   * Runs.
   *
   * @param input where relative paths of the incident file start
   */
  public Outcome run(String input) {
    try (WarehouseLock alone = WarehouseLock.of(lakehouse)) {
      return runAlone(input);
    }
  }

  private Outcome runAlone(String input) {
    Instant start = clock.instant();
    var run =
        new RunLog.Run(
            NAME.format(start), incident.id(), start, incident.fingerprint(), codeVersion);
    var runner = new Runner(lakehouse, progress, clock, codeVersion);
    var log = new RunLog(lakehouse, clock);
    if (!runner.isUpToDate(pipeline)) {
      runner.plan(pipeline);
    }
    Taking.Taken taken = new Taking(incident, lakehouse, input, progress, clock).take(log, run);
    List<Table> changed = runner.run(pipeline, run.id());
    boolean isWork =
        taken.files() > 0 || !changed.isEmpty() || log.lacksEntryOf(pipeline) || log.isUnbalanced();
    List<Row> totals = isWork ? log.close(run, pipeline, taken.files(), changed) : List.of();
    return new Outcome(
        taken.files(),
        taken.setAside(),
        taken.rowsFound(),
        taken.rowsSetAside(),
        changed,
        totals.size(),
        taken.remarks());
  }
}
