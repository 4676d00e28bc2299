package aftermath.notice;

import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Whether providers and the domains of recipients still take our mail. */
public final class DeliveryHealth {

  public static final Table TABLE =
      Standings.declareIn(
          Table.table("gold.delivery_health")
              .comment(
                  "One row per channel, provider and recipient's domain: what became of the messages, and whether the provider minds")
              .columns(
                  """
                  channel          STRING NOT NULL COMMENT 'channel of the notice policy',
                  provider         STRING NOT NULL COMMENT 'who delivers the messages',
                  recipient_domain STRING NOT NULL COMMENT 'domain they went to, named if at least 1,000 messages or 1 % of the channel did, and no fewer than ten times the minimum frequency of the disclosure policy; else other domains; none: no mail address is known; all domains: these together'
                  """)
              .columns(DeliveryCounts.COLUMNS)
              .key("channel", "provider", "recipient_domain"));

  private DeliveryHealth() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(DeliveryHealthByHour.TABLE)
        .as(hours -> derive(incident, hours))
        .dependingOn(
            incident.notices().channels(), incident.notices().health(), incident.attributes());
  }

  private static Dataset<Row> derive(Incident incident, Dataset<Row> hours) {
    return DeliveryCounts.summed(hours.groupBy("channel", "provider", "recipient_domain"))
        .transform(new Standings(incident)::of)
        .select(TABLE.columnNames().stream().map(functions::col).toArray(Column[]::new));
  }
}
