package aftermath.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The part files of one shape, ready to be written. */
final class Table {
  private final Profile.TableFile spec;
  private final List<Column> columns;
  private final Rows rows;
  private final int population;
  private final RowFormat format;
  private final long showing;

  Table(Profile.TableFile spec, Map<String, Value> values, Scene scene) {
    this.spec = spec;
    this.columns =
        spec.columns().stream()
            .map(column -> new Column(column, spec.name(), values.get(column.value()), scene))
            .toList();
    this.rows = new Rows(scene.profile(), spec, scene.people(), scene.seed());
    this.showing = spec.showing() == null ? -1 : scene.census().fields(spec.showing());
    this.population = isOfRecords() ? 0 : scene.census().populations(spec.rows());
    this.format =
        "ndjson".equals(spec.format())
            ? new JsonRows(columns)
            : new CsvRows(columns, spec.delimiter() == null ? "," : spec.delimiter());
  }

  Profile.TableFile spec() {
    return spec;
  }

  boolean isOfRecords() {
    return spec.rows().equals(Profile.RECORDS);
  }

  Rows rows() {
    return rows;
  }

  RowFormat format() {
    return format;
  }

  int population() {
    return population;
  }

  /** Whether a person has a row in these files. */
  boolean has(Person person) {
    return isOfRecords() ? shows(person.exposed) : person.belongsTo(population);
  }

  /** Whether rows that show these fields stand in these files. */
  boolean shows(long fields) {
    return (fields & showing) != 0;
  }

  List<Column> columns() {
    return columns;
  }

  boolean isParquet() {
    return "parquet".equals(spec.format());
  }

  Column column(String title) {
    return columns.stream()
        .filter(column -> column.isCalled(title))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The files '%s' have no column '%s'.".formatted(spec.name(), title)));
  }

  String path(int part) {
    return String.format(Locale.ROOT, spec.path(), part);
  }
}
