package aftermath.present.dashboard;

import aftermath.pipeline.Table;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The version of a table that stood at the end of the day before the newest run.
 *
 * @param version of the table
 * @param day on which it was made, in the time zone of the incident
 * @param before the day of the newest run, which is the first that is not looked at
 */
record Earlier(long version, LocalDate day, LocalDate before) {

  /**
   * @param runs rows of ops.runs
   * @return empty if no run of an earlier day made the table
   */
  static Optional<Earlier> of(Table table, List<Row> runs, ZoneId zone) {
    var cells = new Cells(zone);
    Comparator<Row> byEnd = Comparator.comparing(run -> Cells.moment(run, "ended_at"));
    Optional<LocalDate> newest =
        runs.stream().max(byEnd).map(run -> cells.dayOf(Cells.moment(run, "ended_at")));
    return newest.flatMap(
        today ->
            runs.stream()
                .filter(run -> cells.dayOf(Cells.moment(run, "ended_at")).isBefore(today))
                .filter(run -> versionIn(run, table).isPresent())
                .max(byEnd)
                .map(
                    run ->
                        new Earlier(
                            versionIn(run, table).orElseThrow(),
                            cells.dayOf(Cells.moment(run, "ended_at")),
                            today)));
  }

  private static Optional<Long> versionIn(Row run, Table table) {
    String start = table.name() + "@";
    return CollectionConverters.asJava(run.<scala.collection.Seq<String>>getAs("tables_changed"))
        .stream()
        .filter(changed -> changed.startsWith(start))
        .map(changed -> Long.parseLong(changed.substring(start.length())))
        .max(Comparator.naturalOrder());
  }
}
