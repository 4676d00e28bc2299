package aftermath.lakehouse;

import aftermath.pipeline.Changes;
import aftermath.pipeline.DryRun;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import io.delta.tables.DeltaTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The tables of one warehouse. A table lives at {@code root/<layer>/<table>}, so that any engine
 * can register it by its path.
 */
public final class Lakehouse {
  private final SparkSession spark;
  private final String root;
  private final Configuration hadoop;

  public Lakehouse(SparkSession spark, String root) {
    this.spark = spark;
    this.hadoop = spark.sparkContext().hadoopConfiguration();
    this.root = root;
  }

  public SparkSession spark() {
    return spark;
  }

  public String root() {
    return root;
  }

  public String path(Table table) {
    return new Path(root, table.folder()).toString();
  }

  /** The table's newest version; empty if it does not exist. */
  public Optional<Long> version(Table table) {
    return newest(table).map(CommitLog.Commit::version);
  }

  /** The run that made the table's newest version; empty if that was somebody else. */
  public Optional<String> writerOf(Table table) {
    return newest(table).map(CommitLog.Commit::note).map(CommitNote::run);
  }

  /**
   * What the newest commit of a table wrote.
   *
   * @param version of the table after it
   * @param bytes size of its files; -1 if the commit does not say
   * @param files how many they are; -1 if the commit does not say
   */
  public record Written(long version, long bytes, long files) {}

  /** The newest commit of a table; empty if it does not exist. */
  public Optional<Written> lastWritten(Table table) {
    return newest(table)
        .map(commit -> new Written(commit.version(), commit.bytes(), commit.files()));
  }

  Optional<CommitLog.Commit> newest(Table table) {
    return log(table).newest();
  }

  /** The rows as they are now, in the declared columns; none if the table does not exist yet. */
  public Dataset<Row> read(Table table) {
    if (log(table).leavesNothing()) {
      // Rows known to be none, and not a table to be scanned: Spark plans nothing that needs them.
      return spark.createDataFrame(List.<Row>of(), table.schema());
    }
    return spark.read().format("delta").load(path(table)).select(declared(table));
  }

  /** The rows as they were in an earlier version or at an earlier moment. */
  public Dataset<Row> readAsOf(Table table, String versionOrTime) {
    String option = versionOrTime.matches("\\d+") ? "versionAsOf" : "timestampAsOf";
    return spark.read().format("delta").option(option, versionOrTime).load(path(table));
  }

  /** Replaces all rows, in one commit. */
  void replace(Table table, Dataset<Row> rows, CommitNote note) {
    SaveMode mode = SaveMode.Overwrite;
    if (!isDeclared(table, note)) {
      // Killed after this commit, the table is there and empty: it must not pass for made.
      migration(table).declareAnew(table, note.ofDeclaration());
      // Delta need not look for rows to remove.
      mode = SaveMode.Append;
    }
    written(DryRun.checked(table, rows), note).mode(mode).save(path(table));
  }

  /** Adds rows, in one commit. */
  public void append(Table table, Dataset<Row> rows, CommitNote note) {
    declare(table, note);
    compactIfScattered(table);
    written(DryRun.checked(table, rows), note).mode(SaveMode.Append).save(path(table));
  }

  /** The rows as they are now, each with the place where it lies. */
  Dataset<Row> readWithPlaces(Table table) {
    Column[] columns = declared(table);
    Column[] more = Arrays.copyOf(columns, columns.length + 1);
    more[columns.length] =
        Changes.place(functions.col("_metadata.file_path"), functions.col("_metadata.row_index"));
    return spark.read().format("delta").load(path(table)).select(more);
  }

  /**
   * Puts the files of a table together if many deliveries have left many small ones. What the
   * newest commit says of the rows stays said of them.
   */
  void compactIfScattered(Table table) {
    compact(table, new Compaction(spark, path(table)));
  }

  void compact(Table table, Compaction compaction) {
    Optional<CommitNote> last = newest(table).map(CommitLog.Commit::note);
    if (last.isPresent() && compaction.isDue()) {
      migration(table).noting(last.get(), compaction::run);
    }
  }

  /**
   * Puts the rows as they are now in the place of those as they were, in one commit.
   *
   * @return how many rows were written
   */
  long change(Table table, Dataset<Row> changes, CommitNote note) {
    DryRun.checked(table, Changes.now(changes));
    var rows = new AtomicLong();
    migration(table)
        .noting(note, () -> rows.set(RowReplacement.commit(spark, path(table), changes)));
    return rows.get();
  }

  /**
   * Creates the table if it is not there; gives it the columns that it lacks and the checks as they
   * are declared now. Rows stay.
   */
  public void declare(Table table, CommitNote note) {
    if (version(table).isEmpty()) {
      migration(table).declareAnew(table, note);
    } else if (!isDeclared(table, note)) {
      migration(table).amend(table, note);
    }
  }

  /** Makes the table anew and empty; its history stays. */
  public void clear(Table table, CommitNote note) {
    migration(table).declareAnew(table, note);
  }

  /** Removes the rows that meet a condition; no commit is made if there are none. */
  public void delete(Table table, String condition, CommitNote note) {
    boolean some = version(table).isPresent() && !read(table).where(condition).isEmpty();
    if (some) {
      migration(table).noting(note, () -> DeltaTable.forPath(spark, path(table)).delete(condition));
    }
  }

  /** Gives columns of some rows other values, in one commit. */
  public void update(Table table, String condition, Map<String, Column> values, CommitNote note) {
    migration(table)
        .noting(
            note,
            () -> DeltaTable.forPath(spark, path(table)).update(functions.expr(condition), values));
  }

  private boolean isDeclared(Table table, CommitNote note) {
    return log(table)
        .newestOfOurs()
        .map(CommitLog.Commit::note)
        .filter(last -> last.declaration().equals(note.declaration()))
        .isPresent();
  }

  private TableMigration migration(Table table) {
    return new TableMigration(spark, path(table));
  }

  /** What to write about rows that were made of anything but tables. */
  public CommitNote note(Table table, String run, String basis) {
    return note(table, run, basis, Map.of());
  }

  CommitNote note(Table table, String run, String basis, Map<String, Long> inputs) {
    return new CommitNote(run, Fingerprint.of(table), basis, inputs);
  }

  CommitLog log(Table table) {
    return new CommitLog(hadoop, path(table));
  }

  private static DataFrameWriter<Row> written(Dataset<Row> rows, CommitNote note) {
    return rows.write().format("delta").option("userMetadata", note.json());
  }

  static Column[] declared(Table table) {
    return table.columns().stream()
        .map(aftermath.pipeline.Column::name)
        .map(name -> functions.col("`" + name + "`"))
        .toArray(Column[]::new);
  }

  /**
   * Gold and ops tables are small and looked at often; the others are large and seldom filtered.
   */
  static boolean isSmall(Table table) {
    return table.layer() == Layer.GOLD || table.layer() == Layer.OPS;
  }
}
