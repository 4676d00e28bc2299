package aftermath.present.dashboard;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import aftermath.exposure.ExposureByCombination;
import aftermath.exposure.ExposureByField;
import aftermath.incident.Incident;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What was exposed: field by field, and which fields together. */
final class Exposed {
  /** More than this many combinations are one sum. */
  private static final int COMBINATIONS = 24;

  private static final int NAMED = 3;

  private final Incident incident;
  private final Tables tables;

  Exposed(Incident incident, Tables tables) {
    this.incident = incident;
    this.tables = tables;
  }

  Answer answer() {
    var cells = new Cells(incident.timeZone());
    List<Row> fields =
        tables.rows(ExposureByField.TABLE).orderBy(desc("people"), col("title")).collectAsList();
    List<Row> most =
        tables
            .rows(ExposureByCombination.TABLE)
            .orderBy(desc("people"), col("exposed_mask"))
            .limit(COMBINATIONS)
            .collectAsList();
    var data = new LinkedHashMap<String, Object>();
    data.put(
        "fields",
        cells.table(List.of("field", "title", "kind", "people", "records", "share"), fields));
    data.put("combinations", cells.table(List.of("fields", "people", "share"), most));
    data.put("others", others(most));
    return new Answer(sentence(fields), List.of(), data);
  }

  private Map<String, Object> others(List<Row> most) {
    Row all =
        tables
            .rows(ExposureByCombination.TABLE)
            .agg(count(lit(1)).as("combinations"), coalesce(sum("people"), lit(0L)).as("people"))
            .head();
    long people = most.stream().mapToLong(row -> Cells.whole(row, "people")).sum();
    return Map.of(
        "combinations", Cells.whole(all, "combinations") - most.size(),
        "people", Cells.whole(all, "people") - people);
  }

  private static String sentence(List<Row> fields) {
    List<Row> exposed = fields.stream().filter(row -> Cells.whole(row, "people") > 0).toList();
    if (exposed.isEmpty()) {
      return "No field was exposed of anybody, as far as the records show.";
    }
    return "%d of %d fields were exposed; of most people %s."
        .formatted(
            exposed.size(),
            fields.size(),
            exposed.stream()
                .limit(NAMED)
                .map(row -> row.getAs("title") + " (" + Words.share(row.getAs("share")) + ")")
                .collect(Collectors.joining(", ")));
  }
}
