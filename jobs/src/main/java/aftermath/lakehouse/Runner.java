package aftermath.lakehouse;

import aftermath.pipeline.DryRun;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.PipelineMistake;
import aftermath.pipeline.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings every table of a pipeline up to date, in dependency order. A table is made again when
 * anything it depends on has changed: the version of an input, its declaration, its settings, the
 * program. What a killed run had finished stays finished.
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
   * Makes what is stale.
   *
   * @return the tables that have a new version
   */
  public List<Table> run(Pipeline pipeline, String run) {
    var changed = new ArrayList<Table>();
    for (Model model : pipeline.inOrder()) {
      String name = model.table().name();
      if (isCurrent(model)) {
        progress.unchanged(name);
      } else {
        progress.begins(name);
        Instant start = clock.instant();
        make(model, run);
        long rows = lakehouse.newest(model.table()).map(CommitLog.Commit::rows).orElse(-1L);
        progress.ends(name, rows, Duration.between(start, clock.instant()));
        changed.add(model.table());
      }
    }
    return changed;
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

  private void make(Model model, String run) {
    CommitNote note = note(model, run);
    List<Dataset<Row>> inputs = model.inputs().stream().map(lakehouse::read).toList();
    try {
      lakehouse.replace(
          model.table(), model.transformation().apply(lakehouse.spark(), inputs), note);
    } catch (PipelineMistake e) {
      throw e;
    } catch (Exception e) {
      // Spark throws checked exceptions that its methods do not declare.
      throw LakehouseMistake.cannotBeMade(model.table(), e);
    }
  }

  private CommitNote note(Model model, String run) {
    var parts = new ArrayList<Object>();
    parts.add(codeVersion);
    parts.add(model.settings());
    for (Table input : model.inputs()) {
      parts.add(input.name() + "@" + lakehouse.version(input).orElse(-1L));
    }
    return lakehouse.note(model.table(), run, Fingerprint.of(parts.toArray()));
  }
}
