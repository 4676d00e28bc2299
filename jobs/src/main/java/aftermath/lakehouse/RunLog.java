package aftermath.lakehouse;

import aftermath.ops.Ops;
import aftermath.pipeline.Balance;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/** Writes down that a run happened, once its tables are made and its totals are checked. */
public final class RunLog {
  private static final String UNKNOWN = "unknown";

  private final Lakehouse lakehouse;
  private final Clock clock;

  public RunLog(Lakehouse lakehouse, Clock clock) {
    this.lakehouse = lakehouse;
    this.clock = clock;
  }

  /**
   * What a run is called and ran with.
   *
   * @param incident id of the incident
   * @param pseudonymKey fingerprint of the key
   */
  public record Run(
      String id,
      String incident,
      Instant startedAt,
      String incidentFingerprint,
      String codeVersion,
      String pseudonymKey) {}

  /**
   * What was written about a run.
   *
   * @param totals the rows of {@code ops.control_totals}
   * @param restated the rows of {@code ops.restatements}
   */
  public record Account(List<Row> totals, List<Row> restated) {
    public static final Account NONE = new Account(List.of(), List.of());
  }

  /**
   * Checks the totals and records the run.
   *
   * @throws LakehouseMistake if a total does not add up; the run is recorded all the same
   */
  public Account close(Run run, Pipeline pipeline, int deliveriesTaken, List<Table> changed) {
    List<Balance> balances = pipeline.balances();
    List<Row> totals = new ControlTotals(lakehouse).of(run.id(), balances);
    append(Ops.CONTROL_TOTALS, run, totals);
    var restatements = new Restatements(lakehouse, pipeline.dailies());
    List<Row> restated = restatements.of(run.id());
    List<Table> recorded =
        Stream.concat(changed.stream(), restatements.unrecorded().stream()).distinct().toList();
    boolean isFirst = lakehouse.version(Ops.RESTATEMENTS).isEmpty();
    if (isFirst || !restated.isEmpty()) {
      append(Ops.RESTATEMENTS, run, restated);
    }
    for (Table released : List.of(Ops.RELEASES, Ops.RELEASE_CELLS)) {
      // So that whoever registers the tables of a warehouse finds them before the first release.
      lakehouse.declare(released, lakehouse.note(released, run.id(), run.id()));
    }
    List<String> broken = ControlTotals.broken(totals);
    List<Row> entry = List.of(row(run, deliveriesTaken, recorded, broken.isEmpty()));
    append(Ops.RUNS, entry, lakehouse.note(Ops.RUNS, run.id(), versions(pipeline)));
    if (!broken.isEmpty()) {
      throw LakehouseMistake.unbalanced(broken);
    }
    return new Account(totals, restated);
  }

  /** True if tables are not those whose totals were checked last: a run was stopped before that. */
  public boolean lacksEntryOf(Pipeline pipeline) {
    return lakehouse
        .newest(Ops.RUNS)
        .map(CommitLog.Commit::note)
        .filter(last -> last.basis().equals(versions(pipeline)))
        .isEmpty();
  }

  private String versions(Pipeline pipeline) {
    return Fingerprint.of(
        pipeline.models().stream()
            .map(model -> model.table().name() + "@" + lakehouse.version(model.table()).orElse(-1L))
            .toArray());
  }

  /** The row of {@code ops.runs} about the last run that changed anything. */
  public Optional<Row> last() {
    return lakehouse.read(Ops.RUNS).orderBy(functions.col("run_id").desc()).takeAsList(1).stream()
        .findFirst();
  }

  /** Adds rows to one of the ops tables. */
  public void append(Table table, Run run, List<Row> rows) {
    append(table, rows, lakehouse.note(table, run.id(), run.id()));
  }

  private void append(Table table, List<Row> rows, CommitNote note) {
    lakehouse.append(
        table, lakehouse.spark().createDataFrame(rows, table.schema()).coalesce(1), note);
  }

  /** Gives the log of a warehouse that an older program made the columns that it lacks. */
  public void amend(Run run) {
    if (lakehouse.version(Ops.RUNS).isPresent()) {
      lakehouse.declare(Ops.RUNS, lakehouse.note(Ops.RUNS, run.id(), run.id()));
    }
  }

  /**
   * Enters runs that were stopped before they could enter themselves, so that every version of a
   * table and every file belongs to a run of the log.
   *
   * @param run that found them
   * @return a sentence for each
   */
  public List<String> enterStopped(Run run, Optional<Row> last, Pipeline pipeline) {
    String lastName = last.map(row -> row.<String>getAs("run_id")).orElse("");
    List<StoppedRuns.Stopped> stopped =
        new StoppedRuns(lakehouse)
            .since(lastName, pipeline).stream()
                .filter(it -> it.name().compareTo(run.id()) < 0)
                .toList();
    if (!stopped.isEmpty()) {
      append(Ops.RUNS, run, stopped.stream().map(it -> row(it, run)).toList());
    }
    return stopped.stream().map(RunLog::said).toList();
  }

  private static String said(StoppedRuns.Stopped stopped) {
    return "The run %s was stopped before its end. What it had done stays: %d %s taken in, %d %s written."
        .formatted(
            stopped.name(),
            stopped.filesTaken(),
            stopped.filesTaken() == 1 ? "file" : "files",
            stopped.tables().size(),
            stopped.tables().size() == 1 ? "table" : "tables");
  }

  private static Row row(StoppedRuns.Stopped stopped, Run finder) {
    return RowFactory.create(
        stopped.name(),
        finder.incident(),
        java.sql.Timestamp.from(stopped.begunAt()),
        java.sql.Timestamp.from(finder.startedAt()),
        UNKNOWN,
        UNKNOWN,
        null,
        (int) stopped.filesTaken(),
        stopped.tables().toArray(String[]::new),
        false,
        true);
  }

  private Row row(Run run, int deliveriesTaken, List<Table> changed, boolean balanced) {
    String[] versions =
        changed.stream()
            .map(table -> table.name() + "@" + lakehouse.version(table).orElse(-1L))
            .toArray(String[]::new);
    return RowFactory.create(
        run.id(),
        run.incident(),
        java.sql.Timestamp.from(run.startedAt()),
        java.sql.Timestamp.from(clock.instant()),
        run.incidentFingerprint(),
        run.codeVersion(),
        run.pseudonymKey(),
        deliveriesTaken,
        versions,
        balanced,
        false);
  }
}
