package aftermath.lakehouse;

import static org.apache.spark.sql.functions.col;

import aftermath.ops.Ops;
import aftermath.pipeline.Changes;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What tables have now that they had not before: what was delivered, and what this run has changed.
 * Only what is few is told. A run that was killed has forgotten what it changed, and the tables
 * behind it are then made anew.
 */
final class KnownChanges implements AutoCloseable {

  /** Keys of so many rows may still be sent to every executor. */
  private static final long FEW = 4_000_000;

  /** What a killed run had added is taken back; files are put together. */
  private static final Set<String> KEEPING_WHAT_COUNTS = Set.of("DELETE", "OPTIMIZE");

  private final Lakehouse lakehouse;
  private final Map<String, Changed> changedByTable = new ConcurrentHashMap<>();
  private final Kept kept = new Kept();

  private record Changed(long from, long to, Dataset<Row> rows) {}

  KnownChanges(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  /** Keeps rows until the run ends. */
  Dataset<Row> keep(Dataset<Row> rows) {
    return kept.keep(rows);
  }

  void add(Table table, long before, Dataset<Row> changes, long rows) {
    if (rows <= FEW) {
      long now = lakehouse.version(table).orElseThrow();
      changedByTable.put(table.name(), new Changed(before, now, changes));
    }
  }

  /** What has changed behind a version; empty if that is not known, or too much. */
  Optional<Dataset<Row>> since(Table table, long version) {
    if (table.layer() == Layer.BRONZE) {
      return delivered(table, version);
    }
    long now = lakehouse.version(table).orElse(-1L);
    return Optional.ofNullable(changedByTable.get(table.name()))
        .filter(changed -> changed.from() == version && changed.to() == now)
        .map(Changed::rows);
  }

  /**
   * Bronze is only added to. What a killed run had added is taken back before anything is made of
   * it, so that rows that were there once for others to see are there still.
   */
  private Optional<Dataset<Row>> delivered(Table table, long version) {
    Optional<List<CommitLog.Commit>> commits = lakehouse.log(table).after(version);
    boolean isAddedTo =
        commits.isPresent()
            && commits.get().stream()
                .allMatch(
                    commit ->
                        commit.note() != null
                            && (commit.isAppend()
                                || KEEPING_WHAT_COUNTS.contains(commit.operation())));
    if (!isAddedTo) {
      return Optional.empty();
    }
    List<CommitLog.Commit> appends =
        commits.get().stream().filter(CommitLog.Commit::isAppend).toList();
    if (appends.stream().mapToLong(CommitLog.Commit::rows).sum() > FEW) {
      return Optional.empty();
    }
    Object[] runs = appends.stream().map(commit -> commit.note().run()).distinct().toArray();
    Object[] deliveries =
        lakehouse
            .read(Ops.DELIVERIES)
            .where(col("role").equalTo(table.shortName()).and(col("run_id").isin(runs)))
            .where("state = 'taken'")
            .select("delivery_id")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toArray();
    Dataset<Row> added = lakehouse.read(table).where(col("delivery_id").isin(deliveries));
    return Optional.of(Changes.added(added));
  }

  @Override
  public void close() {
    kept.close();
  }
}
