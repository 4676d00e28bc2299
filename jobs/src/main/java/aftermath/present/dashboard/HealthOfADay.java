package aftermath.present.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Rates of the day that ends with an hour. Providers look at more than an hour of mail, and one
 * message of an hour with few would look like a catastrophe.
 */
final class HealthOfADay {
  /** Below it a rate says nothing, as in gold.delivery_health. */
  static final long FEWEST = 50;

  private static final Duration DAY = Duration.ofHours(24);
  private static final List<String> COLUMNS =
      List.of("channel", "hour", "sent", "bounce_rate", "complaint_rate");

  private HealthOfADay() {}

  /**
   * @param hours channel, hour, sent, delivered, hard_bounced and complained, in the order of the
   *     first two
   * @return a row for each: the messages of the hour, and the rates over the 24 hours up to its end
   */
  static Map<String, Object> of(List<Row> hours, Cells cells) {
    var rows = new ArrayList<List<Object>>();
    int from = 0;
    for (int at = 0; at < hours.size(); at++) {
      while (isBefore(hours.get(from), hours.get(at))) {
        from++;
      }
      List<Row> day = hours.subList(from, at + 1);
      Row hour = hours.get(at);
      rows.add(
          Arrays.asList(
              hour.getAs("channel"),
              cells.local(Cells.moment(hour, "hour")),
              Cells.whole(hour, "sent"),
              rate(day, "hard_bounced", "sent"),
              rate(day, "complained", "delivered")));
    }
    return Map.of("columns", COLUMNS, "rows", rows);
  }

  private static boolean isBefore(Row first, Row last) {
    Instant begin = Cells.moment(last, "hour").minus(DAY);
    return !first.getAs("channel").equals(last.getAs("channel"))
        || !Cells.moment(first, "hour").isAfter(begin);
  }

  private static Object rate(List<Row> day, String part, String base) {
    long all = day.stream().mapToLong(row -> Cells.whole(row, base)).sum();
    long some = day.stream().mapToLong(row -> Cells.whole(row, part)).sum();
    return all < FEWEST ? null : Cells.rounded((double) some / all);
  }
}
