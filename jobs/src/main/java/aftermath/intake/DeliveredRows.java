package aftermath.intake;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.incident.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of delivered files, as they are to be appended to a bronze table. Every record of every
 * file is either in {@link #kept} or in {@link #setAside}; {@link #tally} counts both while the
 * kept rows pass.
 */
public final class DeliveredRows {

  private final SparkSession spark;
  private final Role role;
  private final RowShape shape;
  private final List<SourceLayout> layouts;
  private final List<DeliveredFile> files;
  private final Tally tally = new Tally();

  private DeliveredRows(
      SparkSession spark,
      Role role,
      RowShape shape,
      List<SourceLayout> layouts,
      List<DeliveredFile> files) {
    this.spark = spark;
    this.role = role;
    this.shape = shape;
    this.layouts = layouts;
    this.files = files;
    spark.sparkContext().register(tally, "rows of " + role.tableName());
    // Files with a schema say themselves how many rows they have, and none of them is set aside.
    for (DeliveredFile file : files) {
      if (file.rows() >= 0) {
        tally.add(
            new Tally.SplitCount(
                new Tally.SplitKey(file.path(), 0), new Tally.Count(file.rows(), 0, false)));
      }
    }
  }

  /**
   * The rows of the given files, which surveys of the role's sources found to be new.
   *
   * @param readAt when they are read: no event of theirs lies behind it
   */
  public static DeliveredRows of(
      SparkSession spark, Incident incident, Role role, List<DeliveredFile> files, Instant readAt) {
    List<SourceLayout> layouts = new ArrayList<>();
    for (Source source : incident.sources(role)) {
      layouts.add(SourceLayout.of(incident, source).readAt(readAt));
    }
    return new DeliveredRows(spark, role, RowShape.of(incident, role), layouts, List.copyOf(files));
  }

  /** The columns of the role's bronze table that come from deliveries. */
  public static StructType schema(Incident incident, Role role) {
    return RowShape.of(incident, role).schema();
  }

  /** The columns of {@link #setAside}. */
  public static StructType setAsideSchema() {
    return RejectedRow.SCHEMA;
  }

  /** The rows that are in order; lazy, and counted while they pass. */
  public Dataset<Row> kept() {
    List<Dataset<Row>> parts = new ArrayList<>();
    List<DeliveredFile> ownFiles =
        files.stream().filter(file -> !SparkRows.reads(layouts.get(layoutOf(file)))).toList();
    if (!ownFiles.isEmpty()) {
      parts.add(scan(RowsWanted.KEPT, ownFiles, shape.schema()));
    }
    for (SourceLayout layout : layouts) {
      if (SparkRows.reads(layout)) {
        List<DeliveredFile> ofLayout =
            files.stream().filter(file -> file.source().equals(layout.source())).toList();
        parts.addAll(SparkRows.of(spark, layout, (TabularShape) shape, ofLayout));
      }
    }
    return parts.stream()
        .reduce(Dataset::unionByName)
        .orElseGet(() -> spark.createDataFrame(List.of(), shape.schema()));
  }

  /**
   * The records that are not, with their reasons. Once {@link #kept} has been read, only files that
   * have any are read again.
   */
  public Dataset<Row> setAside() {
    return scan(
        RowsWanted.SET_ASIDE,
        files.stream()
            .filter(file -> !tally.isComplete(file) || tally.of(file).setAside() > 0)
            .toList(),
        RejectedRow.SCHEMA);
  }

  /** How many rows of each file were kept and set aside, once they were read. */
  public Tally tally() {
    return tally;
  }

  private Dataset<Row> scan(RowsWanted wanted, List<DeliveredFile> from, StructType schema) {
    List<SplitsToRead.Piece> pieces = new ArrayList<>();
    for (DeliveredFile file : from) {
      int layout = layoutOf(file);
      DeliveredFile light = file.withoutSplits();
      for (Split split : file.splits()) {
        pieces.add(new SplitsToRead.Piece(light, split, layout));
      }
    }
    DeliveryReaderFactory factory =
        new DeliveryReaderFactory(
            role.tableName(),
            new ArrayList<>(layouts),
            new Storage(spark.sparkContext().hadoopConfiguration()),
            wanted,
            schema,
            tally);
    return DeliveryProvider.load(
        spark,
        new DeliveryTable(
            "deliveries of " + role.tableName(),
            schema,
            SplitsToRead.packed(pieces, spark.sparkContext().defaultParallelism()),
            factory));
  }

  private int layoutOf(DeliveredFile file) {
    for (int i = 0; i < layouts.size(); i++) {
      if (layouts.get(i).source().equals(file.source())) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "No source of %s is called %s.".formatted(role.tableName(), file.source()));
  }
}
