package aftermath.present.dashboard;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import aftermath.exposure.ExposureBySegment;
import aftermath.exposure.SeverityBySegment;
import aftermath.incident.Incident;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whom it hit: which parts of each segment, in number, at what rate, how badly. */
final class Whom {
  private final Incident incident;
  private final Tables tables;

  Whom(Incident incident, Tables tables) {
    this.incident = incident;
    this.tables = tables;
  }

  Answer answer() {
    var cells = new Cells(incident.timeZone());
    Dataset<Row> named =
        TopValues.named(tables.rows(ExposureBySegment.TABLE).where("field = 'any'"), "people");
    // Not everybody who was hit is known, so that the rate is no quotient of the two columns.
    List<Row> parts =
        named
            .groupBy("segment", "value")
            .agg(
                sum("people").as("people"),
                sum("base").as("base"),
                expr("sum(rate * base) / nullif(sum(base), 0)").as("rate"))
            .orderBy("segment", "value")
            .collectAsList();
    List<Row> severity =
        tables
            .rows(SeverityBySegment.TABLE)
            .groupBy("segment", "value")
            .pivot("severity", List.of("low", "medium", "high", "very high"))
            .agg(sum("people"))
            .na()
            .fill(0)
            .withColumn("people", expr("low + medium + high + `very high`"))
            .transform(rows -> TopValues.named(rows, "people"))
            .groupBy("segment", "value")
            .agg(
                sum("low").as("low"),
                sum("medium").as("medium"),
                sum("high").as("high"),
                sum("very high").as("very high"))
            .orderBy(col("segment"), col("value"))
            .collectAsList();
    var data = new LinkedHashMap<String, Object>();
    data.put("segments", segments());
    data.put("parts", cells.table(List.of("segment", "value", "people", "base", "rate"), parts));
    data.put(
        "severity",
        cells.table(List.of("segment", "value", "low", "medium", "high", "very high"), severity));
    return new Answer(sentence(parts), List.of(), data);
  }

  private List<Map<String, String>> segments() {
    return incident.segments().stream()
        .map(segment -> Map.of("name", segment.name(), "title", segment.title()))
        .toList();
  }

  private String sentence(List<Row> parts) {
    if (incident.segments().isEmpty()) {
      return "The incident file names no segments.";
    }
    var first = incident.segments().get(0);
    List<Row> named =
        parts.stream()
            .filter(row -> row.getAs("segment").equals(first.name()))
            .filter(row -> !row.getAs("value").equals(TopValues.OTHERS))
            .filter(row -> !row.getAs("value").equals("unknown"))
            .filter(row -> Cells.whole(row, "people") >= incident.disclosure().minimumFrequency())
            .toList();
    Optional<Row> most =
        named.stream().max(Comparator.comparing(row -> Cells.whole(row, "people")));
    Optional<Row> hardest =
        named.stream()
            .filter(row -> row.getAs("rate") != null)
            .max(Comparator.comparing(row -> row.<Double>getAs("rate")));
    return most.map(
                row ->
                    "%s: most people are in %s (%s)"
                        .formatted(
                            first.title(),
                            row.getAs("value"),
                            Words.count(Cells.whole(row, "people"))))
            .orElse("No part has enough people to be named")
        + hardest
            .map(
                row ->
                    "; hit hardest is %s, with %s of those known."
                        .formatted(row.getAs("value"), Words.share(row.getAs("rate"))))
            .orElse(".");
  }
}
