package aftermath.present.dashboard;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import aftermath.identity.DecisionsHonoured;
import aftermath.identity.probable.LinkQuality;
import aftermath.incident.Incident;
import aftermath.intake.BronzeTables;
import aftermath.ops.Ops;
import aftermath.present.dashboard.Answer.KeyFigure;
import aftermath.quality.UnexpectedData;
import aftermath.quality.UnreadValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether the data can be trusted: what adds up, what was set aside, what looks odd. */
final class Trust {
  private static final int SHOWN = 20;

  /** Rows that differ in a number of columns or lines have one reason. */
  private static final String PLACES = "(?<=row has |header has |the |line |column )[0-9][0-9,]*";

  /** More boundaries than any run has. */
  private static final int BOUNDARIES = 100;

  private final Incident incident;
  private final Tables tables;
  private final Cells cells;

  Trust(Incident incident, Tables tables) {
    this.incident = incident;
    this.tables = tables;
    this.cells = new Cells(incident.timeZone());
  }

  Answer answer() {
    List<Row> totals = totals();
    List<Row> files = files();
    List<Row> unexpected = unexpected();
    List<Row> unread =
        tables
            .rows(UnreadValues.TABLE)
            .where("records_unread > 0")
            .orderBy(desc("records_unread"), col("attribute"))
            .collectAsList();
    var data = new LinkedHashMap<String, Object>();
    data.put(
        "totals", cells.table(List.of("boundary", "total_in", "total_out", "is_balanced"), totals));
    data.put(
        "files",
        cells.table(
            List.of("role", "state", "files", "rows_found", "rows_kept", "rows_set_aside"), files));
    data.put("bad_files", badFiles());
    data.put("rejected", rejected());
    data.put(
        "unexpected",
        cells.table(List.of("detector", "delivered_column", "hits", "values_scanned"), unexpected));
    data.put(
        "unread",
        cells.table(
            List.of("attribute", "type", "records_read", "records_unread", "share_unread"),
            unread));
    data.put("weights", weights());
    data.put("decisions", decisions());
    data.put("runs", runs());
    data.put("restatements", restatements());
    return new Answer(sentence(totals, files, unexpected, unread), figures(totals, files), data);
  }

  /** Those of the newest run that has any. */
  private List<Row> totals() {
    List<Row> newest =
        tables
            .rows(Ops.CONTROL_TOTALS)
            .orderBy(desc("run_id"), col("boundary"))
            .limit(BOUNDARIES)
            .collectAsList();
    return newest.stream()
        .filter(row -> row.getAs("run_id").equals(newest.get(0).getAs("run_id")))
        .toList();
  }

  private List<Row> files() {
    return tables
        .rows(Ops.DELIVERIES)
        .groupBy("role", "state")
        .agg(
            count(lit(1)).as("files"),
            sum("rows_found").as("rows_found"),
            sum("rows_kept").as("rows_kept"),
            sum("rows_set_aside").as("rows_set_aside"))
        .orderBy("role", "state")
        .collectAsList();
  }

  private Map<String, Object> badFiles() {
    return cells.table(
        List.of("file", "role", "reason"),
        tables
            .rows(Ops.DELIVERIES)
            .where("state = 'set_aside' OR is_cut_off")
            .orderBy("file")
            .limit(SHOWN)
            .collectAsList());
  }

  /** The rows themselves are personal and stay where they are; a reason never holds a value. */
  private Map<String, Object> rejected() {
    Dataset<Row> reasons =
        tables
            .rows(BronzeTables.REJECTED)
            .select(col("role"), regexp_replace(col("reason"), lit(PLACES), lit("…")).as("reason"));
    return cells.table(
        List.of("role", "reason", "rows"),
        reasons
            .groupBy("role", "reason")
            .agg(count(lit(1)).as("rows"))
            .orderBy(desc("rows"), col("role"), col("reason"))
            .limit(SHOWN)
            .collectAsList());
  }

  private List<Row> unexpected() {
    return tables
        .rows(UnexpectedData.TABLE)
        .where("is_denied AND hits > 0")
        .orderBy(desc("hits"), col("detector"), col("delivered_column"))
        .limit(SHOWN)
        .collectAsList();
  }

  private Map<String, Object> weights() {
    return cells.table(
        List.of("item", "detail", "amount"),
        tables
            .rows(LinkQuality.TABLE)
            .where("subject = 'match weight'")
            .orderBy(expr("CAST(item AS INT)"), col("detail"))
            .collectAsList());
  }

  private Map<String, Object> decisions() {
    return cells.table(
        List.of("decision", "outcome", "pairs"),
        tables.rows(DecisionsHonoured.TABLE).orderBy("decision", "outcome").collectAsList());
  }

  private Map<String, Object> runs() {
    return cells.table(
        List.of(
            "started_at", "ended_at", "deliveries_taken", "tables", "is_balanced", "was_stopped"),
        tables
            .rows(Ops.RUNS)
            .withColumn("tables", size(col("tables_changed")))
            .orderBy(desc("ended_at"))
            .limit(SHOWN)
            .collectAsList());
  }

  private Map<String, Object> restatements() {
    return cells.table(
        List.of("run_id", "table_name", "day", "measure", "was", "is_now"),
        tables
            .rows(Ops.RESTATEMENTS)
            .orderBy(desc("run_id"), col("table_name"), col("day"), col("measure"))
            .limit(SHOWN)
            .collectAsList());
  }

  private static String sentence(
      List<Row> totals, List<Row> files, List<Row> unexpected, List<Row> unread) {
    long setAside = total(files, "rows_set_aside");
    long unusable =
        files.stream()
            .filter(row -> row.getAs("state").equals("set_aside"))
            .mapToLong(row -> Cells.whole(row, "files"))
            .sum();
    long hits = total(unexpected, "hits");
    long values = total(unread, "records_unread");
    return "%s %s and %s could not be used; %s like data that should not be there; %s."
        .formatted(
            balanced(totals),
            Words.count(setAside, "row", "rows"),
            Words.count(unusable, "file", "files"),
            hits == 1 ? "1 value looks" : Words.count(hits) + " values look",
            values == 0
                ? "every value could be read"
                : Words.count(values, "value could not be read", "values could not be read"));
  }

  private static String balanced(List<Row> totals) {
    long wrong = wrong(totals);
    if (totals.isEmpty()) {
      return "No run has been recorded yet.";
    }
    return wrong == 0
        ? "All %d control totals of the newest run add up.".formatted(totals.size())
        : "%d of %d control totals of the newest run do not add up."
            .formatted(wrong, totals.size());
  }

  private static List<KeyFigure> figures(List<Row> totals, List<Row> files) {
    if (totals.isEmpty()) {
      return List.of();
    }
    long wrong = wrong(totals);
    return List.of(
        new KeyFigure(
            "control totals add up",
            "%d of %d".formatted(totals.size() - wrong, totals.size()),
            Words.count(total(files, "rows_set_aside"), "row", "rows") + " set aside",
            wrong == 0 ? "good" : "bad",
            "ops.control_totals.is_balanced"));
  }

  private static long wrong(List<Row> totals) {
    return totals.stream().filter(row -> !row.<Boolean>getAs("is_balanced")).count();
  }

  private static long total(List<Row> rows, String column) {
    return rows.stream().mapToLong(row -> Cells.whole(row, column)).sum();
  }
}
