package aftermath.run;

import aftermath.incident.Incident;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Progress;
import aftermath.lakehouse.RunLog;
import aftermath.lakehouse.RunName;
import aftermath.lakehouse.Runner;
import aftermath.lakehouse.WarehouseLock;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.PipelineMistake;
import aftermath.pipeline.Table;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** One run: take in what is new, bring every table up to date, check that nothing was lost. */
public final class Execution {
  private final Incident incident;
  private final Lakehouse lakehouse;
  private final Pipeline pipeline;
  private final Progress progress;
  private final Clock clock;
  private final String codeVersion;
  private final String pseudonymKey;

  public Execution(
      Incident incident,
      Pipeline pipeline,
      Lakehouse lakehouse,
      Progress progress,
      Clock clock,
      String codeVersion,
      String pseudonymKey) {
    this.incident = incident;
    this.lakehouse = lakehouse;
    this.pipeline = pipeline;
    this.progress = progress;
    this.clock = clock;
    this.codeVersion = codeVersion;
    this.pseudonymKey = pseudonymKey;
  }

  /**
   * How a run ended.
   *
   * @param changed tables with a new version; empty: nothing had changed
   * @param controlTotals how many were checked; all of them add up
   * @param remarks sentences about files and settings
   * @param restated sentences about days that were over and are told anew
   */
  public record Outcome(
      int filesTaken,
      int filesSetAside,
      long rowsFound,
      long rowsSetAside,
      List<Table> changed,
      int controlTotals,
      List<String> remarks,
      List<String> restated) {

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
    return run(input, path -> true);
  }

  /**
   * Runs with some of the files that lie there.
   *
   * @param isWanted whether a file is to be looked at, by its path
   */
  public Outcome run(String input, Predicate<String> isWanted) {
    try (WarehouseLock alone = WarehouseLock.of(lakehouse)) {
      return runAlone(input, isWanted);
    }
  }

  private Outcome runAlone(String input, Predicate<String> isWanted) {
    Instant start = clock.instant();
    var run =
        new RunLog.Run(
            RunName.of(start),
            incident.id(),
            start,
            incident.fingerprint(),
            codeVersion,
            pseudonymKey);
    var runner = new Runner(lakehouse, progress, clock, codeVersion);
    var log = new RunLog(lakehouse, clock);
    log.amend(run);
    Optional<Row> last = log.last();
    last.map(row -> row.<String>getAs("incident"))
        .filter(other -> !other.equals(incident.id()))
        .ifPresent(
            other -> {
              throw RunMistake.otherIncident(lakehouse.root(), other, incident.id());
            });
    var taking = new Taking(incident, lakehouse, input, isWanted, progress, clock);
    taking.ensureThereIsInput();
    if (!runner.isUpToDate(pipeline)) {
      List<String> mistakes = mistakes();
      if (!mistakes.isEmpty()) {
        throw PipelineMistake.ofIncident(mistakes);
      }
      runner.plan(pipeline);
    }
    List<String> stopped = log.enterStopped(run, last, pipeline);
    Taking.Taken taken = taking.take(log, run);
    List<Table> changed = runner.run(pipeline, run.id());
    // Totals that did not add up are checked until they do.
    boolean isUnbalanced = last.filter(row -> !row.<Boolean>getAs("is_balanced")).isPresent();
    boolean isWork =
        taken.files() > 0
            || !changed.isEmpty()
            || log.lacksEntryOf(pipeline)
            || isUnbalanced
            || !stopped.isEmpty();
    RunLog.Account account =
        isWork ? log.close(run, pipeline, taken.files(), changed) : RunLog.Account.NONE;
    return new Outcome(
        taken.files(),
        taken.setAside(),
        taken.rowsFound(),
        taken.rowsSetAside(),
        changed,
        account.totals().size(),
        Stream.of(stopped.stream(), remarks(last), taken.remarks().stream())
            .flatMap(sentences -> sentences)
            .toList(),
        restated(account));
  }

  /** A sentence per table, from its first day to its last that is told anew. */
  private static List<String> restated(RunLog.Account account) {
    var days = new TreeMap<String, TreeSet<Date>>();
    for (Row row : account.restated()) {
      days.computeIfAbsent(row.getString(1), table -> new TreeSet<>()).add(row.getDate(2));
    }
    return days.entrySet().stream()
        .map(
            table ->
                "%d earlier %s of %s told anew, from %s to %s: ops.restatements has the figures before and after."
                    .formatted(
                        table.getValue().size(),
                        table.getValue().size() == 1 ? "day" : "days",
                        table.getKey(),
                        table.getValue().first(),
                        table.getValue().last()))
        .toList();
  }

  /** What only planning tells of the incident file. */
  private List<String> mistakes() {
    return Planning.ofIncident(lakehouse.spark(), incident);
  }

  private Stream<String> remarks(Optional<Row> last) {
    var linking = incident.linking();
    return Stream.of(
            last.map(row -> row.<String>getAs("pseudonym_key"))
                .filter(key -> !key.equals(pseudonymKey))
                .map(
                    key ->
                        "The key for pseudonyms is another than that of the last run: everybody has"
                            + " a new pseudonym, and what was made with the old ones no longer"
                            + " joins."),
            linking
                .matching()
                .filter(matching -> !linking.records().isEmpty())
                .map(
                    matching ->
                        "linking.records is not used: linking.matching decides which records belong"
                            + " together."))
        .flatMap(Optional::stream);
  }
}
