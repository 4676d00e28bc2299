package aftermath.lakehouse;

import aftermath.ops.Ops;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.functions;

/**
 * Runs that wrote tables and came to no entry of their own: they were killed, or failed. What they
 * wrote is known all the same, since every commit names its run.
 */
final class StoppedRuns {
  private final Lakehouse lakehouse;

  StoppedRuns(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  /**
   * A run without an entry.
   *
   * @param filesTaken files whose rows it had taken in and entered
   * @param tables that it left with a new version, as name@version
   */
  record Stopped(String name, Instant begunAt, long filesTaken, List<String> tables) {}

  /**
   * Those behind the last run that has an entry, in the order in which they came.
   *
   * @param last name of that run; empty: there is none
   */
  List<Stopped> since(String last, Pipeline pipeline) {
    Map<String, List<String>> tables = tablesByRun(pipeline);
    Map<String, Long> files = filesByRun(last);
    var names = new TreeSet<>(tables.keySet());
    names.addAll(files.keySet());
    return names.tailSet(last, false).stream()
        .flatMap(
            name ->
                RunName.begin(name).stream()
                    .map(
                        begin ->
                            new Stopped(
                                name,
                                begin,
                                files.getOrDefault(name, 0L),
                                tables.getOrDefault(name, List.of()))))
        .toList();
  }

  private Map<String, List<String>> tablesByRun(Pipeline pipeline) {
    var tables = new HashMap<String, List<String>>();
    for (Model model : pipeline.models()) {
      String name = model.table().name();
      lakehouse
          .newest(model.table())
          .filter(commit -> commit.note() != null)
          .ifPresent(
              commit ->
                  tables
                      .computeIfAbsent(commit.note().run(), run -> new ArrayList<>())
                      .add(name + "@" + commit.version()));
    }
    return tables;
  }

  /** Read only if the book of deliveries was written to by a later run. */
  private Map<String, Long> filesByRun(String last) {
    var files = new HashMap<String, Long>();
    boolean isLater =
        lakehouse.writerOf(Ops.DELIVERIES).filter(writer -> writer.compareTo(last) > 0).isPresent();
    if (isLater) {
      lakehouse
          .read(Ops.DELIVERIES)
          .where(functions.col("run_id").gt(last).and(functions.col("state").equalTo("taken")))
          .groupBy("run_id")
          .count()
          .collectAsList()
          .forEach(row -> files.put(row.getString(0), row.getLong(1)));
    }
    return files;
  }
}
