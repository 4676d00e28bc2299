package aftermath.present.dashboard;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import aftermath.incident.Incident;
import aftermath.notice.NoticeTimeliness;
import aftermath.notice.ReachBySegment;
import aftermath.notice.ReachCube;
import aftermath.notice.ReachedByHour;
import aftermath.present.dashboard.Answer.KeyFigure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether they have been told: how many, by when, and who is left. */
final class Told {
  /** A line of more points is not seen to be any finer. */
  private static final int HOURS = 720;

  private final Incident incident;
  private final Tables tables;
  private final Publication publication;
  private final Cells cells;

  Told(Incident incident, Tables tables) {
    this.incident = incident;
    this.tables = tables;
    this.publication = new Publication(incident.disclosure());
    this.cells = new Cells(incident.timeZone());
  }

  Answer answer() {
    List<Row> reach =
        tables
            .rows(ReachCube.table(incident))
            .groupBy("must_be_told", "addressee", "reach", "reason", "next_step")
            .agg(sum("people").as("people"))
            .orderBy("must_be_told", "addressee", "reach", "reason", "next_step")
            .collectAsList();
    List<Row> deadlines =
        tables.rows(NoticeTimeliness.TABLE).orderBy("ends_at", "deadline").collectAsList();
    var data = new LinkedHashMap<String, Object>();
    data.put(
        "reach",
        cells.table(
            List.of("must_be_told", "addressee", "reach", "reason", "next_step", "people"), reach));
    data.put("written_to", writtenTo());
    data.put("burn_down", burnDown());
    data.put(
        "deadlines",
        cells.table(
            List.of(
                "deadline",
                "begins_at",
                "ends_at",
                "as_of",
                "people_to_notify",
                "inside",
                "outside",
                "open",
                "missed",
                "share_inside",
                "reached_in_last_7_days",
                "all_reached_at"),
            deadlines));
    data.put("segments", bySegment());
    return new Answer(sentence(reach, deadlines), figures(reach, deadlines), data);
  }

  private long writtenTo() {
    return tables
        .rows(ReachedByHour.TABLE)
        .agg(coalesce(sum("written_to"), lit(0L)))
        .head()
        .getLong(0);
  }

  private Map<String, Object> burnDown() {
    Dataset<Row> hours = tables.rows(ReachedByHour.TABLE).select("hour", "day", "not_reached");
    List<Row> points = hours.orderBy("hour").limit(HOURS + 1).collectAsList();
    if (points.size() > HOURS) {
      points =
          hours
              .groupBy("day")
              .agg(max("hour").as("hour"), min("not_reached").as("not_reached"))
              .orderBy("day")
              .collectAsList();
    }
    return cells.table(List.of("hour", "not_reached"), points);
  }

  private Map<String, Object> bySegment() {
    List<String> counts = List.of("people_to_notify", "reached", "unreachable", "pending");
    List<Row> rows =
        TopValues.named(tables.rows(ReachBySegment.TABLE), "people_to_notify")
            .groupBy("segment", "value")
            .agg(
                sum("people_to_notify").as("people_to_notify"),
                sum("reached").as("reached"),
                sum("unreachable").as("unreachable"),
                sum("pending").as("pending"))
            .orderBy(col("segment"), col("value"))
            .collectAsList();
    var columns = new ArrayList<>(List.of("segment", "value"));
    columns.addAll(counts);
    return cells.table(columns, rows);
  }

  private String sentence(List<Row> reach, List<Row> deadlines) {
    long toTell = people(reach, "");
    if (toTell == 0) {
      return "Nobody must be told by the notice policy.";
    }
    long reached = people(reach, "reached");
    return "%s of %s who must be told are reached (%s); %s pending, %s unreachable. %s"
        .formatted(
            publication.count(reached),
            publication.count(toTell, "person", "people"),
            Words.share((double) reached / toTell),
            publication.count(people(reach, "pending")),
            publication.count(people(reach, "unreachable")),
            asOf(deadlines)
                .map(
                    moment ->
                        "The events reach up to %s."
                            .formatted(Words.moment(moment, incident.timeZone())))
                .orElse("No event of any message has come in yet."));
  }

  static Optional<Instant> asOf(List<Row> deadlines) {
    return deadlines.stream()
        .filter(row -> row.getAs("as_of") != null)
        .map(row -> Cells.moment(row, "as_of"))
        .max(Comparator.naturalOrder());
  }

  private List<KeyFigure> figures(List<Row> reach, List<Row> deadlines) {
    long toTell = people(reach, "");
    if (toTell == 0) {
      return List.of();
    }
    long left = people(reach, "pending") + people(reach, "unreachable");
    var figures = new ArrayList<KeyFigure>();
    figures.add(
        new KeyFigure(
            "of those to be told are reached",
            Words.share((double) people(reach, "reached") / toTell),
            publication.count(people(reach, "reached")) + " of " + publication.count(toTell),
            "",
            "gold.reach_cube.reach"));
    figures.add(
        new KeyFigure(
            left == 1 ? "person is left" : "people are left",
            publication.count(left),
            "%s pending, %s unreachable"
                .formatted(
                    publication.count(people(reach, "pending")),
                    publication.count(people(reach, "unreachable"))),
            "",
            "gold.reach_cube.reach"));
    next(deadlines).ifPresent(row -> figures.add(deadline(row)));
    return figures;
  }

  /** The deadline that ends next, or the one that ended last. */
  private static Optional<Row> next(List<Row> deadlines) {
    List<Row> ending = deadlines.stream().filter(row -> row.getAs("ends_at") != null).toList();
    Optional<Instant> asOf = asOf(deadlines);
    return ending.stream()
        .filter(row -> asOf.map(Cells.moment(row, "ends_at")::isAfter).orElse(true))
        .min(Comparator.comparing(row -> Cells.moment(row, "ends_at")))
        .or(() -> ending.stream().max(Comparator.comparing(row -> Cells.moment(row, "ends_at"))));
  }

  private KeyFigure deadline(Row row) {
    long missed = Cells.whole(row, "missed") + Cells.whole(row, "outside");
    boolean isOver = Cells.whole(row, "open") == 0 && Cells.whole(row, "people_to_notify") > 0;
    Object share = row.getAs("share_inside");
    return new KeyFigure(
        "told within “%s”".formatted(row.<String>getAs("deadline")),
        share == null ? "–" : Words.share((Double) share),
        "%s %s; %s"
            .formatted(
                isOver ? "ended" : "ends",
                Words.moment(Cells.moment(row, "ends_at"), incident.timeZone()),
                isOver
                    ? publication.count(missed) + " late or missed"
                    : publication.count(Cells.whole(row, "open")) + " open"),
        missed > 0 ? "bad" : isOver ? "good" : "warn",
        "gold.notice_timeliness.share_inside");
  }

  /** Those who must be told, in one state or, if it is empty, in all. */
  private static long people(List<Row> reach, String state) {
    return reach.stream()
        .filter(row -> row.<Boolean>getAs("must_be_told"))
        .filter(row -> state.isEmpty() || row.getAs("reach").equals(state))
        .mapToLong(row -> Cells.whole(row, "people"))
        .sum();
  }
}
