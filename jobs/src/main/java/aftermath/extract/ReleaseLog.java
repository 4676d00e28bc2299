package aftermath.extract;

import static org.apache.spark.sql.functions.col;

import aftermath.disclosure.Interval;
import aftermath.disclosure.release.EarlierRelease;
import aftermath.disclosure.release.ReleasedCell;
import aftermath.lakehouse.Lakehouse;
import aftermath.ops.Ops;
import aftermath.pipeline.Table;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What has gone out. Cells are written down before the files are, and the release after them: one
 * of which only the cells are known may have gone out, and counts as if it had.
 */
final class ReleaseLog {
  private final Lakehouse lakehouse;

  ReleaseLog(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  /** Every release that has gone out or may have. */
  List<EarlierRelease> earlier() {
    var cells = new TreeMap<Integer, List<ReleasedCell>>();
    if (lakehouse.version(Ops.RELEASE_CELLS).isPresent()) {
      lakehouse
          .read(Ops.RELEASE_CELLS)
          .orderBy("release", "cell")
          .collectAsList()
          .forEach(
              row ->
                  cells
                      .computeIfAbsent(row.getAs("release"), n -> new ArrayList<>())
                      .add(cell(row)));
    }
    return cells.entrySet().stream()
        .map(entry -> new EarlierRelease(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The rows of all releases that were written to their end, the last one first. */
  List<Row> ended() {
    if (lakehouse.version(Ops.RELEASES).isEmpty()) {
      return List.of();
    }
    return lakehouse.read(Ops.RELEASES).orderBy(col("release").desc()).collectAsList();
  }

  void begin(int release, List<ReleasedCell> cells) {
    append(Ops.RELEASE_CELLS, release, cells.stream().map(cell -> row(release, cell)).toList());
  }

  /**
   * How large a release is.
   *
   * @param cells that differ, of all its tables
   */
  record Size(int cells, int sensitive, int complementary) {
    static final Size NOTHING = new Size(0, 0, 0);
  }

  /** Writes down that all files are there. */
  void end(
      ReleaseFacts facts, String folder, Map<String, String> manifests, String policy, Size size) {
    Row row =
        RowFactory.create(
            facts.number(),
            facts.phase(),
            facts.previous().orElse(null),
            Timestamp.from(facts.madeAt()),
            folder,
            CollectionConverters.asScala(manifests),
            policy,
            facts.tables().toArray(String[]::new),
            facts.incidentFingerprint(),
            facts.codeVersion(),
            size.cells(),
            size.sensitive(),
            size.complementary(),
            // A release whose audit is not passed is not written.
            true,
            facts.note());
    append(Ops.RELEASES, facts.number(), List.of(row));
  }

  private void append(Table table, int release, List<Row> rows) {
    String name = "release-" + release;
    lakehouse.append(
        table,
        lakehouse.spark().createDataFrame(rows, table.schema()).coalesce(1),
        lakehouse.note(table, name, name));
  }

  private static Row row(int release, ReleasedCell cell) {
    double high = cell.known().high();
    return RowFactory.create(
        release,
        cell.id(),
        cell.value(),
        cell.contributors(),
        cell.isInATable(),
        cell.isPublished(),
        cell.shown(),
        cell.status(),
        cell.lower(),
        cell.upper(),
        cell.known().low(),
        Double.isInfinite(high) ? null : high,
        cell.sums().stream().map(parts -> parts.toArray(String[]::new)).toArray(String[][]::new));
  }

  private static ReleasedCell cell(Row row) {
    Double high = row.getAs("known_high");
    List<List<String>> sums =
        row.<scala.collection.Seq<String>>getList(row.fieldIndex("sums")).stream()
            .map(parts -> List.copyOf(CollectionConverters.asJava(parts)))
            .toList();
    return new ReleasedCell(
        row.getAs("cell"),
        row.<Long>getAs("value"),
        row.<Long>getAs("contributors"),
        row.<Boolean>getAs("is_in_a_table"),
        row.<Boolean>getAs("is_published"),
        row.getAs("shown"),
        row.getAs("status"),
        row.<Double>getAs("lower_protection"),
        row.<Double>getAs("upper_protection"),
        new Interval(
            row.<Double>getAs("known_low"), high == null ? Double.POSITIVE_INFINITY : high),
        sums);
  }
}
