package aftermath.present.dashboard;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.HealthLines.Line;
import aftermath.incident.Incident;
import aftermath.notice.DeliveryCube;
import aftermath.notice.DeliveryHealth;
import aftermath.notice.DeliveryHealthByHour;
import aftermath.notice.DeliveryRates;
import aftermath.notice.NamedDomains;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What becomes of the messages, and whether providers mind. */
final class Delivered {
  private static final int DOMAINS = 12;

  private static final List<String> RATES =
      List.of(
          "wave",
          "channel",
          "provider",
          "sent",
          "delivered",
          "hard_bounced",
          "soft_bounced",
          "suppressed",
          "rejected",
          "complained",
          "opened",
          "clicked",
          "pending",
          "delivery_rate",
          "bounce_rate",
          "complaint_rate");

  private static final List<String> HEALTH =
      List.of(
          "channel",
          "provider",
          "recipient_domain",
          "sent",
          "delivered",
          "hard_bounced",
          "complained",
          "bounce_rate",
          "complaint_rate",
          "bounce_standing",
          "complaint_standing");

  private final Incident incident;
  private final Tables tables;
  private final Cells cells;

  Delivered(Incident incident, Tables tables) {
    this.incident = incident;
    this.tables = tables;
    this.cells = new Cells(incident.timeZone());
  }

  Map<String, Object> data() {
    var data = new LinkedHashMap<String, Object>();
    data.put(
        "rates",
        cells.table(
            RATES,
            tables
                .rows(DeliveryRates.TABLE)
                .orderBy("wave", "channel", "provider")
                .collectAsList()));
    data.put("days", days());
    data.put("hours", hours());
    data.put("domains", domains());
    data.put(
        "lines",
        Map.of(
            "bounce", line(incident.notices().health().bounce()),
            "complaint", line(incident.notices().health().complaint())));
    return data;
  }

  private Map<String, Object> days() {
    return cells.table(
        List.of("wave", "channel", "day", "state", "notices"),
        tables
            .rows(DeliveryCube.table(incident))
            .groupBy("wave", "channel", "day", "state")
            .agg(sum("notices").as("notices"))
            .orderBy("wave", "channel", "day", "state")
            .collectAsList());
  }

  /** Channels that are no mail have no standing. */
  private Map<String, Object> hours() {
    List<Row> hours =
        tables
            .rows(DeliveryHealthByHour.TABLE)
            .where(col("recipient_domain").equalTo(NamedDomains.ALL))
            .where("bounce_standing IS NOT NULL")
            .groupBy("channel", "hour")
            .agg(
                sum("sent").as("sent"),
                sum("delivered").as("delivered"),
                sum("hard_bounced").as("hard_bounced"),
                sum("complained").as("complained"))
            .orderBy("channel", "hour")
            .collectAsList();
    return HealthOfADay.of(hours, cells);
  }

  /** Of each channel the domains as a whole, the largest by name, and the rest as one. */
  private Map<String, Object> domains() {
    Column isWhole = col("recipient_domain").equalTo(NamedDomains.ALL);
    var bySent =
        Window.partitionBy(col("channel"), isWhole)
            .orderBy(desc("sent"), col("recipient_domain"), col("provider"));
    Column isNamed = isWhole.or(col("rank").leq(DOMAINS));
    List<Row> rows =
        tables
            .rows(DeliveryHealth.TABLE)
            .where("bounce_standing IS NOT NULL")
            .withColumn("rank", row_number().over(bySent))
            .withColumn("provider", when(isNamed, col("provider")).otherwise(lit("")))
            .withColumn(
                "recipient_domain",
                when(isNamed, col("recipient_domain")).otherwise(lit(TopValues.OTHERS)))
            .groupBy("channel", "provider", "recipient_domain")
            .agg(
                sum("sent").as("sent"),
                sum("delivered").as("delivered"),
                sum("hard_bounced").as("hard_bounced"),
                sum("complained").as("complained"),
                expr("if(count(1) = 1, max(bounce_standing), NULL)").as("bounce_standing"),
                expr("if(count(1) = 1, max(complaint_standing), NULL)").as("complaint_standing"))
            .withColumn("bounce_rate", expr("hard_bounced / nullif(sent, 0)"))
            .withColumn("complaint_rate", expr("complained / nullif(delivered, 0)"))
            .orderBy(col("channel"), desc("sent"), col("recipient_domain"), col("provider"))
            .collectAsList();
    return cells.table(HEALTH, rows);
  }

  private static Map<String, Double> line(Line line) {
    return Map.of("review", line.review(), "pause", line.pause());
  }
}
