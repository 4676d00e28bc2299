package aftermath.present;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import aftermath.exposure.AffectedCounts;
import aftermath.incident.Incident;
import aftermath.lakehouse.Lakehouse;
import aftermath.notice.DeliveryRates;
import aftermath.notice.ReachCube;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * The few figures that an incident room watches.
 *
 * @param byName in the order in which they are told
 */
public record Figures(Map<String, Long> byName) {
  static final String TO_TELL = "people to be told";
  static final String REACHED = "reached";
  static final String UNREACHABLE = "unreachable by every channel known";
  static final String PENDING = "still to be reached";

  public static Figures of(Incident incident, Lakehouse lakehouse) {
    var figures = new LinkedHashMap<String, Long>();
    lakehouse
        .read(AffectedCounts.TABLE)
        .where("measure IN ('people', 'records')")
        .orderBy("measure")
        .collectAsList()
        .forEach(row -> figures.put(name(row.getString(0)), row.getLong(1)));
    figures.putAll(reach(incident, lakehouse));
    Row messages =
        lakehouse
            .read(DeliveryRates.TABLE)
            .agg(total("sent"), total("delivered"), total("hard_bounced"), total("complained"))
            .head();
    figures.put("messages sent", messages.getLong(0));
    figures.put("messages delivered", messages.getLong(1));
    figures.put("messages back for good", messages.getLong(2));
    figures.put("messages complained about", messages.getLong(3));
    return new Figures(figures);
  }

  /** How many must be told, and how many of them are. */
  static Map<String, Long> reach(Incident incident, Lakehouse lakehouse) {
    Row reach =
        lakehouse
            .read(ReachCube.table(incident))
            .where("must_be_told")
            .agg(
                people(lit(true)),
                people(is("reached")),
                people(is("unreachable")),
                people(is("pending")))
            .head();
    var figures = new LinkedHashMap<String, Long>();
    figures.put(TO_TELL, reach.getLong(0));
    figures.put(REACHED, reach.getLong(1));
    figures.put(UNREACHABLE, reach.getLong(2));
    figures.put(PENDING, reach.getLong(3));
    return figures;
  }

  /** What is another figure than before, a line each. */
  public String movedSince(Figures before) {
    var text = new StringBuilder();
    byName.forEach(
        (name, now) -> {
          long then = before.byName.getOrDefault(name, 0L);
          if (then != now) {
            text.append("  %,12d  %s (%+,d)%n".formatted(now, name, now - then));
          }
        });
    return text.isEmpty() ? "  No figure has moved.%n".formatted() : text.toString();
  }

  private static String name(String measure) {
    return measure.equals("records") ? "stolen records" : measure;
  }

  private static Column is(String reach) {
    return col("reach").equalTo(reach);
  }

  private static Column people(Column condition) {
    return coalesce(sum(when(condition, col("people"))), lit(0L));
  }

  private static Column total(String column) {
    return coalesce(sum(column), lit(0L));
  }
}
