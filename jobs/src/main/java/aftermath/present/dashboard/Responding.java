package aftermath.present.dashboard;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;

import aftermath.incident.Incident;
import aftermath.response.ContactTopicsDaily;
import aftermath.response.ResponseDaily;
import aftermath.response.TakeUpBySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** How people respond: whether the line copes, and whether those who were told act. */
final class Responding {
  private static final List<String> DAILY =
      List.of(
          "day",
          "channel",
          "offered",
          "answered",
          "abandoned",
          "short_abandoned",
          "answered_within_target",
          "waiting_seconds",
          "waits_unknown",
          "wait_90_seconds",
          "enrolments",
          "password_resets",
          "mfa_resets");

  private static final List<String> ACTS =
      List.of("notified", "called", "enrolled", "reset_password", "reset_mfa");

  private final Incident incident;
  private final Tables tables;
  private final Publication publication;
  private final Cells cells;

  Responding(Incident incident, Tables tables) {
    this.incident = incident;
    this.tables = tables;
    this.publication = new Publication(incident.disclosure());
    this.cells = new Cells(incident.timeZone());
  }

  Answer answer() {
    List<Row> daily = tables.rows(ResponseDaily.TABLE).orderBy("day", "channel").collectAsList();
    var data = new LinkedHashMap<String, Object>();
    data.put("daily", cells.table(DAILY, daily));
    data.put(
        "topics",
        cells.table(
            List.of("topic", "offered", "answered"),
            tables
                .rows(ContactTopicsDaily.TABLE)
                .groupBy("topic")
                .agg(sum("offered").as("offered"), sum("answered").as("answered"))
                .orderBy(desc("answered"), col("topic"))
                .collectAsList()));
    data.put("take_up", takeUp());
    data.put("within_seconds", incident.responses().answeredWithinSeconds());
    return new Answer(sentence(daily), List.of(), data);
  }

  private Map<String, Object> takeUp() {
    Column[] sums = ACTS.stream().map(column -> sum(column).as(column)).toArray(Column[]::new);
    List<Row> rows =
        TopValues.named(tables.rows(TakeUpBySegment.TABLE), "notified")
            .groupBy("segment", "value")
            .agg(expr("count(1)").as("parts"), sums)
            .orderBy("segment", "value")
            .collectAsList();
    return cells.table(
        List.of(
            "segment", "value", "notified", "called", "enrolled", "reset_password", "reset_mfa"),
        rows);
  }

  private String sentence(List<Row> daily) {
    if (daily.isEmpty()) {
      return "No contact, enrolment or reset has come in yet.";
    }
    long offered = total(daily, "offered");
    long eligible = offered - total(daily, "short_abandoned");
    String level =
        eligible > 0
            ? Words.share((double) total(daily, "answered_within_target") / eligible)
            : "none";
    return ("%s offered, %s of them abandoned; %s answered within %d seconds."
            + " %s in identity protection, %s and %s.")
        .formatted(
            publication.count(offered, "contact was", "contacts were"),
            publication.count(total(daily, "abandoned")),
            level,
            incident.responses().answeredWithinSeconds(),
            publication.count(total(daily, "enrolments"), "enrolment", "enrolments"),
            publication.count(total(daily, "password_resets"), "password reset", "password resets"),
            publication.count(
                total(daily, "mfa_resets"),
                "reset of a second factor",
                "resets of a second factor"));
  }

  private static long total(List<Row> daily, String column) {
    return daily.stream().mapToLong(row -> Cells.whole(row, column)).sum();
  }
}
