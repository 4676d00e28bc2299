package aftermath.extract;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import aftermath.disclosure.release.Combinations;
import aftermath.disclosure.release.CountedTable;
import aftermath.disclosure.release.CubeRow;
import aftermath.disclosure.release.Sum;
import aftermath.disclosure.release.Tabulation;
import aftermath.exposure.ExposureCube;
import aftermath.incident.Incident;
import aftermath.incident.ReleaseTable;
import aftermath.incident.ReleaseTable.Cube;
import aftermath.incident.ReleaseTable.Measure;
import aftermath.incident.Segment;
import aftermath.incident.Segment.Level;
import aftermath.lakehouse.Lakehouse;
import aftermath.notice.DeliveryCube;
import aftermath.notice.ReachCube;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sums the cubes up to what the tables of a release are divided by. */
final class Cubes {
  private static final String UNKNOWN = "unknown";
  private static final String DAY = "day";
  private static final String MASK = "exposed_mask";

  private final Incident incident;
  private final Lakehouse lakehouse;
  private final Set<String> segments;

  Cubes(Incident incident, Lakehouse lakehouse) {
    this.incident = incident;
    this.lakehouse = lakehouse;
    this.segments =
        incident.segments().stream().map(Segment::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The cubes that these tables are counted from, each with its version. */
  List<String> versions(List<ReleaseTable> tables) {
    var versions = new TreeSet<String>();
    for (ReleaseTable table : tables) {
      Table cube = declaration(table.cube(segments));
      versions.add(cube.name() + "@" + lakehouse.version(cube).orElseThrow());
    }
    return List.copyOf(versions);
  }

  /** The cubes that are not there yet. */
  List<String> missing(List<ReleaseTable> tables) {
    return tables.stream()
        .map(table -> declaration(table.cube(segments)))
        .filter(cube -> lakehouse.version(cube).isEmpty())
        .map(Table::name)
        .distinct()
        .toList();
  }

  CountedTable count(ReleaseTable table) {
    Cube cube = table.cube(segments);
    boolean needsMask =
        table.by().contains(Tabulation.FIELD) || table.by().contains(Tabulation.COMBINATION);
    Dataset<Row> rows = lakehouse.read(declaration(cube));
    var groups = new ArrayList<Column>();
    List<String> dimensions = Tabulation.dimensions(table);
    for (String dimension : dimensions) {
      if (!dimension.equals(Tabulation.COMBINATION)) {
        groups.addAll(path(dimension));
      }
    }
    if (needsMask) {
      groups.add(col(MASK));
    }
    Dataset<Row> counted = summedUp(cube, rows, groups.toArray(Column[]::new));
    return new CountedTable(
        table, counted.collectAsList().stream().map(row -> cubeRow(table, cube, row)).toList());
  }

  private Table declaration(Cube cube) {
    return switch (cube) {
      case EXPOSURE -> ExposureCube.table(incident);
      case REACH -> ReachCube.table(incident);
      case DELIVERY -> DeliveryCube.table(incident);
    };
  }

  /** A part, and what it is a part of. */
  private List<Column> path(String dimension) {
    var path = new ArrayList<Column>();
    Column value =
        dimension.equals(DAY) ? date_format(col(DAY), "yyyy-MM-dd") : col(dimension).cast("string");
    path.add(coalesce(value, lit(UNKNOWN)).as(dimension));
    incident.segments().stream()
        .filter(segment -> segment.name().equals(dimension))
        .flatMap(segment -> segment.levels().stream())
        .forEach(level -> path.add(levelOf(level)));
    return path;
  }

  private static Column levelOf(Level level) {
    return coalesce(expr(level.value()).cast("string"), lit(UNKNOWN)).as(level.name());
  }

  private static Dataset<Row> summedUp(Cube cube, Dataset<Row> rows, Column... groups) {
    return switch (cube) {
      case EXPOSURE ->
          rows.groupBy(groups)
              .agg(
                  sum("people").as("people"),
                  sum("records").as("records"),
                  sum("record_keys").as("record_keys"),
                  // Two by two, since who has the second most may be behind the one with the most.
                  collect_list(struct(col("most_records"), col("second_most_records"))).as("most"));
      case REACH ->
          rows.groupBy(groups)
              .agg(sum("people").as("people"), sum("record_keys").as("record_keys"));
      case DELIVERY ->
          rows.groupBy(groups)
              .agg(sum("notices").as("notices"), sum("record_keys").as("record_keys"));
    };
  }

  private CubeRow cubeRow(ReleaseTable table, Cube cube, Row row) {
    var paths = new ArrayList<List<String>>();
    for (String dimension : Tabulation.dimensions(table)) {
      paths.add(
          dimension.equals(Tabulation.COMBINATION)
              ? List.of(Combinations.of(mask(row), incident.fields()))
              : Tabulation.levels(incident, dimension).stream()
                  .map(level -> row.<String>getAs(level))
                  .toList());
    }
    long mask = table.by().contains(Tabulation.FIELD) ? mask(row) : 0;
    return new CubeRow(paths, mask, sums(cube, row));
  }

  private static long mask(Row row) {
    return row.<Long>getAs(MASK);
  }

  private static Map<Measure, Sum> sums(Cube cube, Row row) {
    var sums = new EnumMap<Measure, Sum>(Measure.class);
    long recordKeys = row.<Long>getAs("record_keys");
    if (cube == Cube.DELIVERY) {
      sums.put(Measure.NOTICES, Sum.ofPeople(row.<Long>getAs("notices"), recordKeys));
      return sums;
    }
    long people = row.<Long>getAs("people");
    sums.put(Measure.PEOPLE, Sum.ofPeople(people, recordKeys));
    if (cube == Cube.EXPOSURE) {
      Sum greatest = Sum.NONE;
      for (Row each : row.<Row>getList(row.fieldIndex("most"))) {
        greatest = greatest.plus(new Sum(0, 0, each.getLong(0), each.getLong(1)));
      }
      sums.put(
          Measure.RECORDS,
          new Sum(
              row.<Long>getAs("records"),
              people,
              greatest.largest(),
              greatest.second(),
              recordKeys));
    }
    return sums;
  }

  /** Where an expression of a level is no expression over its segment. */
  List<String> mistakes() {
    var mistakes = new ArrayList<String>();
    for (Segment segment : incident.segments()) {
      Dataset<Row> values = lakehouse.spark().range(0).select(lit("").as(segment.name()));
      for (Level level : segment.levels()) {
        try {
          values.select(levelOf(level));
        } catch (Exception e) {
          mistakes.add(
              "segments: the level %s of %s (%s) is no expression over %s alone"
                  .formatted(level.name(), segment.name(), level.value(), segment.name()));
        }
      }
    }
    return mistakes;
  }
}
