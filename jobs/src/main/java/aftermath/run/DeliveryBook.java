package aftermath.run;

import static org.apache.spark.sql.functions.col;

import aftermath.incident.Role;
import aftermath.incident.Source;
import aftermath.intake.DeliveredFile;
import aftermath.intake.TakenFile;
import aftermath.intake.Tally;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.RunLog;
import aftermath.ops.Ops;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What {@code ops.deliveries} says of the files of one role. */
final class DeliveryBook {
  private final Lakehouse lakehouse;
  private final String input;
  private final Role role;
  private final List<Row> entries;

  DeliveryBook(Lakehouse lakehouse, String input, Role role) {
    this.lakehouse = lakehouse;
    this.input = qualified(lakehouse, input);
    this.role = role;
    this.entries =
        lakehouse
            .read(Ops.DELIVERIES)
            .where(col("role").equalTo(role.tableName()))
            .select(
                "file",
                "delivery_id",
                "source",
                "state",
                "bytes",
                "sha256",
                "modified_at",
                "configuration",
                "run_id")
            .collectAsList();
  }

  private static String qualified(Lakehouse lakehouse, String input) {
    try {
      var path = new Path(input);
      var files = path.getFileSystem(lakehouse.spark().sparkContext().hadoopConfiguration());
      return files.makeQualified(path).toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The files of a source whose content is known: in bronze, or taken back. */
  List<TakenFile> taken(Source source) {
    return files(source, state -> !state.equals("set_aside"));
  }

  private List<TakenFile> files(Source source, Predicate<String> isWanted) {
    return entries.stream()
        .filter(entry -> entry.getString(2).equals(source.name()))
        .filter(entry -> isWanted.test(entry.getString(3)))
        .map(
            entry ->
                new TakenFile(
                    path(entry.getString(0)),
                    entry.getLong(4),
                    entry.getTimestamp(6).toInstant(),
                    entry.getString(5),
                    !entry.getString(3).equals("withdrawn")))
        .toList();
  }

  /** The files of a source that were taken back: they are not to be taken in again. */
  List<TakenFile> withdrawn(Source source) {
    return files(source, state -> state.equals("withdrawn"));
  }

  /** Runs that took deliveries back end with rows removed; true if the last of them came so far. */
  boolean isRidOfWithdrawn(String writer) {
    return entries.stream()
        .filter(entry -> entry.getString(3).equals("withdrawn"))
        .allMatch(entry -> entry.getString(8).compareTo(writer) <= 0);
  }

  /** True if the book has this very file already, in whatever state. */
  boolean knows(DeliveredFile file) {
    return entries.stream()
        .anyMatch(
            entry ->
                path(entry.getString(0)).equals(file.path())
                    && entry.getString(5).equals(file.sha256()));
  }

  /** The deliveries whose rows are in bronze. */
  Set<String> takenIds() {
    return entries.stream()
        .filter(entry -> entry.getString(3).equals("taken"))
        .map(entry -> entry.getString(1))
        .collect(Collectors.toSet());
  }

  /** True if files were taken in under another description of their source. */
  boolean isOutdated(String configuration) {
    return entries.stream()
        .filter(entry -> !entry.getString(3).equals("withdrawn"))
        .anyMatch(entry -> !entry.getString(7).equals(configuration));
  }

  List<String> takenPaths() {
    return entries.stream()
        .filter(entry -> entry.getString(3).equals("taken"))
        .map(entry -> path(entry.getString(0)))
        .toList();
  }

  boolean hasEntriesOf(String run) {
    return entries.stream().anyMatch(entry -> entry.getString(8).equals(run));
  }

  /** A new entry. */
  Row entry(
      DeliveredFile file,
      String state,
      String reason,
      Tally.Count count,
      String configuration,
      RunLog.Run run) {
    return RowFactory.create(
        file.deliveryId(),
        shortened(file.path()),
        role.tableName(),
        file.source(),
        state,
        reason,
        file.size(),
        file.sha256(),
        Timestamp.from(file.modifiedAt()),
        file.columns().toArray(String[]::new),
        file.warnings(count).toArray(String[]::new),
        count.isCutOff(),
        count.found(),
        count.kept(),
        count.setAside(),
        configuration,
        run.id(),
        Timestamp.from(run.startedAt()));
  }

  /** Paths below the input folder are kept relative: a warehouse may be moved with its input. */
  String shortened(String path) {
    String prefix = input.endsWith("/") ? input : input + "/";
    return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }

  private String path(String file) {
    return file.contains(":/") ? file : (input.endsWith("/") ? input : input + "/") + file;
  }
}
