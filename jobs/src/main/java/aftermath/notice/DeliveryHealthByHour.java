package aftermath.notice;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Since which hour a domain does not take our mail any more. */
public final class DeliveryHealthByHour {

  public static final Table TABLE =
      Standings.declareIn(
          Table.table("gold.delivery_health_by_hour")
              .comment(
                  "One row per channel, provider, recipient's domain and hour in which messages were sent: what became of them, and whether the provider minds")
              .columns(
                  """
                  channel          STRING    NOT NULL COMMENT 'channel of the notice policy',
                  provider         STRING    NOT NULL COMMENT 'who delivers the messages',
                  recipient_domain STRING    NOT NULL COMMENT 'domain they went to, as in gold.delivery_health',
                  hour             TIMESTAMP NOT NULL COMMENT 'beginning of the hour in which they were sent: a moment of UTC, so that no hour is missing or there twice where clocks change',
                  day              DATE      NOT NULL COMMENT 'day it belongs to, in the time zone of the incident'
                  """)
              .columns(DeliveryCounts.COLUMNS)
              .key("channel", "provider", "recipient_domain", "hour"));

  private DeliveryHealthByHour() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(DeliveryByDomain.TABLE, RecipientDomains.TABLE)
        .as((counts, domains) -> derive(incident, counts, domains))
        .dependingOn(
            incident.notices().channels(),
            incident.notices().health(),
            incident.attributes(),
            incident.disclosure().minimumFrequency(),
            incident.timeZone());
  }

  private static Dataset<Row> derive(Incident incident, Dataset<Row> counts, Dataset<Row> domains) {
    Column localTime = from_utc_timestamp(col("hour"), incident.timeZone().getId());
    return new NamedDomains(incident)
        .in(counts, domains)
        .transform(DeliveryHealthByHour::summed)
        .transform(DeliveryHealthByHour::withAllDomains)
        .transform(new Standings(incident)::of)
        .withColumn("day", to_date(localTime))
        .select(TABLE.columnNames().stream().map(functions::col).toArray(Column[]::new));
  }

  /** Only after domains were pooled: few rows count twice. */
  private static Dataset<Row> withAllDomains(Dataset<Row> counts) {
    return counts
        .withColumn(
            "recipient_domain", explode(array(col("recipient_domain"), lit(NamedDomains.ALL))))
        .transform(DeliveryHealthByHour::summed);
  }

  private static Dataset<Row> summed(Dataset<Row> counts) {
    return DeliveryCounts.summed(counts.groupBy("channel", "provider", "recipient_domain", "hour"));
  }
}
