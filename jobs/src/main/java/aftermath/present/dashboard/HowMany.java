package aftermath.present.dashboard;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;

import aftermath.exposure.AffectedCounts;
import aftermath.exposure.PeopleByCertainty;
import aftermath.incident.Incident;
import aftermath.ops.Ops;
import aftermath.present.dashboard.Answer.KeyFigure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** How many people, how sure, and what has changed since the day before. */
final class HowMany {
  private static final String COLUMN = "gold.affected_counts.amount";

  /** So many runs of the past are enough to find one of another day, run every minute. */
  private static final int RUNS = 5_000;

  private static final List<String> MEASURES =
      List.of(
          "people",
          "records",
          "distinct_emails",
          "linked_customers",
          "linked_members",
          "unlinked",
          "ambiguous");

  private final Incident incident;
  private final Tables tables;
  private final Publication publication;

  HowMany(Incident incident, Tables tables) {
    this.incident = incident;
    this.tables = tables;
    this.publication = new Publication(incident.disclosure());
  }

  Answer answer() {
    Map<String, Row> now = byMeasure(tables.rows(AffectedCounts.TABLE).collectAsList());
    Optional<Earlier> earlier = earlier();
    Map<String, Row> before = earlier.map(this::counts).orElse(Map.of());
    var data = new LinkedHashMap<String, Object>();
    data.put(
        "counts", MEASURES.stream().filter(now::containsKey).map(measure(now, before)).toList());
    data.put("before", said(earlier, before));
    data.put(
        "certainty",
        new Cells(incident.timeZone())
            .table(
                List.of("probability", "people"),
                tables.rows(PeopleByCertainty.TABLE).orderBy(col("probability")).collectAsList()));
    return new Answer(sentence(now, before, earlier), figures(now, before, earlier), data);
  }

  private Optional<Earlier> earlier() {
    List<Row> runs =
        tables
            .rows(Ops.RUNS)
            .select("ended_at", "tables_changed")
            .orderBy(desc("ended_at"))
            .limit(RUNS)
            .collectAsList();
    return Earlier.of(AffectedCounts.TABLE, runs, incident.timeZone());
  }

  /** None if the version can no longer be read: versions are kept for a while and not for ever. */
  private Map<String, Row> counts(Earlier earlier) {
    try {
      return byMeasure(tables.rowsAsOf(AffectedCounts.TABLE, earlier.version()).collectAsList());
    } catch (Exception e) {
      return Map.of();
    }
  }

  private static Map<String, Row> byMeasure(List<Row> rows) {
    return rows.stream().collect(Collectors.toMap(row -> row.getAs("measure"), row -> row));
  }

  private Function<String, Map<String, Object>> measure(
      Map<String, Row> now, Map<String, Row> before) {
    return name -> {
      Row row = now.get(name);
      var measure = new LinkedHashMap<String, Object>();
      measure.put("measure", name);
      measure.put("title", title(name));
      for (String column : List.of("amount", "at_least", "at_most", "method")) {
        measure.put(column, row.getAs(column));
      }
      measure.put("before", before.containsKey(name) ? amount(before, name) : null);
      return measure;
    };
  }

  private String sentence(
      Map<String, Row> now, Map<String, Row> before, Optional<Earlier> earlier) {
    if (!now.containsKey("people")) {
      return "Nobody has been counted yet.";
    }
    Row people = now.get("people");
    return "%s are affected%s. %s"
        .formatted(
            publication.count(amount(now, "people"), "person", "people"),
            isCertain(people) ? "" : ", " + range(people),
            said(earlier, before) + changed(now, before));
  }

  private String changed(Map<String, Row> now, Map<String, Row> before) {
    return before.containsKey("people")
        ? ": %s.".formatted(publication.change(amount(now, "people") - amount(before, "people")))
        : ".";
  }

  private static String said(Optional<Earlier> earlier, Map<String, Row> before) {
    if (earlier.isEmpty()) {
      return "There is no version of an earlier day to compare with";
    }
    String which =
        "version %d of %s".formatted(earlier.get().version(), Words.day(earlier.get().day()));
    return before.isEmpty()
        ? "The last before today, %s, can no longer be read".formatted(which)
        : "Since the day before the newest run (%s)".formatted(which);
  }

  private List<KeyFigure> figures(
      Map<String, Row> now, Map<String, Row> before, Optional<Earlier> earlier) {
    return now.containsKey("people")
        ? List.of(
            new KeyFigure(
                "people affected",
                publication.count(amount(now, "people")),
                note(now, before, earlier),
                "",
                COLUMN))
        : List.of();
  }

  private String note(Map<String, Row> now, Map<String, Row> before, Optional<Earlier> earlier) {
    String range = isCertain(now.get("people")) ? "" : range(now.get("people")) + "; ";
    return range
        + (before.containsKey("people")
            ? publication.change(amount(now, "people") - amount(before, "people"))
                + " since "
                + Words.day(earlier.orElseThrow().day())
            : "no earlier day to compare with");
  }

  private String range(Row row) {
    return "between %s and %s"
        .formatted(
            publication.count(Cells.whole(row, "at_least")),
            publication.count(Cells.whole(row, "at_most")));
  }

  private static boolean isCertain(Row row) {
    return Cells.whole(row, "at_least") == Cells.whole(row, "at_most");
  }

  private static long amount(Map<String, Row> counts, String measure) {
    return Cells.whole(counts.get(measure), "amount");
  }

  private static String title(String measure) {
    return switch (measure) {
      case "people" -> "People";
      case "records" -> "Stolen records";
      case "distinct_emails" -> "Different e-mail addresses";
      case "linked_customers" -> "People known as customers";
      case "linked_members" -> "People known as members";
      case "unlinked" -> "People nobody knows";
      case "ambiguous" -> "People who may be one of several";
      default -> measure;
    };
  }
}
