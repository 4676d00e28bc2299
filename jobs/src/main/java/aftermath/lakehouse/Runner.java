package aftermath.lakehouse;

import aftermath.pipeline.DryRun;
import aftermath.pipeline.Following;
import aftermath.pipeline.Following.Given;
import aftermath.pipeline.Following.Outcome;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.PipelineMistake;
import aftermath.pipeline.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings every table of a pipeline up to date, in dependency order and some at once. A table is
 * made again when anything it depends on has changed: the version of an input, its declaration, its
 * settings, the program. What a killed run had finished stays finished.
 */
public final class Runner {
  private final Lakehouse lakehouse;
  private final Progress progress;
  private final Clock clock;
  private final String codeVersion;

  public Runner(Lakehouse lakehouse, Progress progress, Clock clock, String codeVersion) {
    this.lakehouse = lakehouse;
    this.progress = progress;
    this.clock = clock;
    this.codeVersion = codeVersion;
  }

  /**
   * Plans everything on empty inputs first, so that a long run does not end in a typing mistake.
   */
  public void plan(Pipeline pipeline) {
    List<String> mistakes = DryRun.mistakes(lakehouse.spark(), pipeline);
    if (!mistakes.isEmpty()) {
      throw PipelineMistake.cannotBeRun(mistakes);
    }
  }

  /** True if every table is as it would be made now. */
  public boolean isUpToDate(Pipeline pipeline) {
    return pipeline.inOrder().stream().allMatch(this::isCurrent);
  }

  /**
   * Makes what is stale. A table that can follow what this run has changed in its input follows.
   *
   * @return the tables that have a new version
   */
  public List<Table> run(Pipeline pipeline, String run) {
    Set<Table> changed = ConcurrentHashMap.newKeySet();
    List<Model> models = pipeline.inOrder();
    try (var known = new KnownChanges(lakehouse)) {
      new TablesAtOnce(Sessions.tablesAtOnce(lakehouse.spark()))
          .each(
              models,
              model -> {
                if (isCurrent(model)) {
                  progress.unchanged(model.table().name());
                } else {
                  bringUpToDate(model, run, known);
                  changed.add(model.table());
                }
              });
    }
    return models.stream().map(Model::table).filter(changed::contains).toList();
  }

  private void bringUpToDate(Model model, String run, KnownChanges known) {
    Table table = model.table();
    progress.begins(table.name());
    Instant start = clock.instant();
    CommitNote note = note(model, run);
    Optional<Following> following = model.following().filter(how -> canFollow(model, how, note));
    Optional<Dataset<Row>> changes = following.flatMap(how -> changesOf(how, table, known));
    try {
      if (changes.isEmpty()) {
        Dataset<Row> rows = model.transformation().apply(lakehouse.spark(), inputs(model));
        lakehouse.replace(table, rows, note);
      } else if (following.get().outcome() == Outcome.ALL_ROWS) {
        recount(model, following.get(), changes.get(), note);
      } else {
        long rows = change(model, following.get(), changes.get(), note, known);
        progress.changed(table.name(), rows, Duration.between(start, clock.instant()));
        return;
      }
    } catch (PipelineMistake e) {
      throw e;
    } catch (Exception e) {
      // Spark throws checked exceptions that its methods do not declare.
      throw LakehouseMistake.cannotBeMade(table, e);
    }
    long rows = lakehouse.newest(table).map(CommitLog.Commit::rows).orElse(-1L);
    progress.ends(table.name(), rows, Duration.between(start, clock.instant()));
  }

  private void recount(Model model, Following following, Dataset<Row> changes, CommitNote note) {
    Table table = model.table();
    try (var kept = new Kept()) {
      var given = new Given(lakehouse.read(table), inputs(model), changes, kept::keep);
      lakehouse.replace(table, following.step().apply(given), note);
    }
  }

  private long change(
      Model model, Following following, Dataset<Row> changes, CommitNote note, KnownChanges known) {
    Table table = model.table();
    long before = lakehouse.version(table).orElseThrow();
    lakehouse.compactIfScattered(table);
    try (var kept = new Kept()) {
      var given = new Given(lakehouse.readWithPlaces(table), inputs(model), changes, kept::keep);
      // Other tables follow these rows when those they were made of have been let go.
      Dataset<Row> made = known.keep(following.step().apply(given));
      long rows = lakehouse.change(table, made, note);
      known.add(table, before, made, rows);
      return rows;
    }
  }

  private List<Dataset<Row>> inputs(Model model) {
    return model.inputs().stream().map(lakehouse::read).toList();
  }

  /** True if nothing has changed but the input that is followed and those that may. */
  private boolean canFollow(Model model, Following following, CommitNote wanted) {
    return lakehouse
        .newest(model.table())
        .map(CommitLog.Commit::note)
        .filter(last -> last.declaration().equals(wanted.declaration()))
        .filter(last -> last.basis().equals(wanted.basis()))
        .filter(last -> last.inputs().keySet().equals(wanted.inputs().keySet()))
        .filter(
            last ->
                model.inputs().stream()
                    .filter(input -> !input.equals(following.input()))
                    .filter(input -> !following.besides().contains(input))
                    .map(Table::name)
                    .allMatch(name -> last.inputs().get(name).equals(wanted.inputs().get(name))))
        .isPresent();
  }

  private Optional<Dataset<Row>> changesOf(Following following, Table table, KnownChanges known) {
    long seen = lakehouse.newest(table).orElseThrow().note().inputs().get(following.input().name());
    return known.since(following.input(), seen);
  }

  private boolean isCurrent(Model model) {
    CommitNote wanted = note(model, "");
    return lakehouse
        .newest(model.table())
        .map(CommitLog.Commit::note)
        .filter(last -> last.made().equals(wanted.made()))
        .filter(last -> last.declaration().equals(wanted.declaration()))
        .isPresent();
  }

  private CommitNote note(Model model, String run) {
    var versions = new TreeMap<String, Long>();
    for (Table input : model.inputs()) {
      versions.put(input.name(), lakehouse.version(input).orElse(-1L));
    }
    String basis = Fingerprint.of(codeVersion, model.settings());
    return lakehouse.note(model.table(), run, basis, versions);
  }
}
