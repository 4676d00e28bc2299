package aftermath.run;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.RunName;
import aftermath.lakehouse.WarehouseLock;
import aftermath.ops.Ops;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Takes back deliveries that should not have been taken in: a wrong file, or one that another
 * replaces. Their rows leave bronze, the book says why, and the same content is not taken in again.
 * The next run makes the tables without them.
 */
public final class Withdrawal {
  private final Incident incident;
  private final Lakehouse lakehouse;
  private final Clock clock;

  public Withdrawal(Incident incident, Lakehouse lakehouse, Clock clock) {
    this.incident = incident;
    this.lakehouse = lakehouse;
    this.clock = clock;
  }

  /** A delivery that was taken back, or may be taken in again. */
  public record Delivery(String id, String file, String role, long rows) {}

  /**
   * Takes deliveries back.
   *
   * @param named their ids or files, as {@code ops.deliveries} has them
   * @param why goes into the book
   * @throws RunMistake if one of them is not in the tables, or a file is several deliveries
   */
  public List<Delivery> takeBack(List<String> named, String why) {
    try (WarehouseLock alone = WarehouseLock.of(lakehouse)) {
      List<Delivery> found = found(named, "taken");
      String run = RunName.of(clock.instant());
      lakehouse.declare(Ops.DELIVERIES, lakehouse.note(Ops.DELIVERIES, run, run));
      // First the book: rows that it does not call taken are removed by the next run, if a kill
      // comes between.
      lakehouse.update(
          Ops.DELIVERIES,
          "state = 'taken' AND " + isOneOf(found),
          Map.of(
              "state", functions.lit("withdrawn"),
              "reason", functions.lit(why),
              "rows_kept", functions.lit(0L),
              "rows_set_aside", functions.lit(0L),
              "run_id", functions.lit(run)),
          lakehouse.note(Ops.DELIVERIES, run, run));
      remove(found, run);
      return found;
    }
  }

  /**
   * Forgets that deliveries were taken back: the next run takes them in if they still lie there.
   */
  public List<Delivery> allowAgain(List<String> named) {
    try (WarehouseLock alone = WarehouseLock.of(lakehouse)) {
      List<Delivery> found = found(named, "withdrawn");
      String run = RunName.of(clock.instant());
      // A withdrawal that was killed has left them.
      remove(found, run);
      lakehouse.delete(
          Ops.DELIVERIES,
          "state = 'withdrawn' AND " + isOneOf(found),
          lakehouse.note(Ops.DELIVERIES, run, run));
      return found;
    }
  }

  private void remove(List<Delivery> found, String run) {
    BronzeTables.taken(incident).forEach(role -> remove(role, found, run));
  }

  private void remove(Role role, List<Delivery> found, String run) {
    List<Delivery> ofRole =
        found.stream().filter(delivery -> delivery.role().equals(role.tableName())).toList();
    if (!ofRole.isEmpty()) {
      var bronze = BronzeTables.of(incident, role);
      var rejected = BronzeTables.REJECTED;
      lakehouse.delete(bronze, isOneOf(ofRole), lakehouse.note(bronze, run, run));
      lakehouse.delete(
          rejected,
          "role = '%s' AND %s".formatted(role.tableName(), isOneOf(ofRole)),
          lakehouse.note(rejected, run, run));
    }
  }

  private List<Delivery> found(List<String> named, String state) {
    var found = new ArrayList<Delivery>();
    for (String name : named) {
      List<Delivery> meant =
          lakehouse
              .read(Ops.DELIVERIES)
              .where(col("state").equalTo(state))
              .where(col("delivery_id").equalTo(name).or(col("file").equalTo(name)))
              .orderBy("taken_at")
              .collectAsList()
              .stream()
              .map(Withdrawal::delivery)
              .toList();
      if (meant.isEmpty()) {
        throw RunMistake.noSuchDelivery(name, state);
      }
      if (meant.stream().map(Delivery::id).distinct().count() > 1) {
        throw RunMistake.severalDeliveries(name, meant);
      }
      found.addAll(meant);
    }
    return List.copyOf(found);
  }

  private static Delivery delivery(Row row) {
    return new Delivery(
        row.getAs("delivery_id"), row.getAs("file"), row.getAs("role"), row.getAs("rows_found"));
  }

  /** Ids are hexadecimal digits of our own making. */
  private static String isOneOf(List<Delivery> found) {
    return found.stream()
        .map(delivery -> "'" + delivery.id() + "'")
        .distinct()
        .collect(joining(", ", "delivery_id IN (", ")"));
  }
}
