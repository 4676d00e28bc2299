package aftermath.notice;

import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Query;
import aftermath.pipeline.Table;

/** How far the messages of each wave, channel and provider have come. */
public final class DeliveryRates {

  public static final Table TABLE =
      Table.table("gold.delivery_rates")
          .comment(
              "One row per wave, channel and provider: where the messages stand, and the rates")
          .columns(
              """
              wave           STRING NOT NULL COMMENT 'wave of notification',
              channel        STRING NOT NULL COMMENT 'channel of the notice policy',
              provider       STRING NOT NULL COMMENT 'who delivers the messages',
              sent           BIGINT NOT NULL COMMENT 'messages handed to the provider, whatever became of them, without those it refused',
              delivered      BIGINT NOT NULL COMMENT 'messages delivered, those complained about included',
              hard_bounced   BIGINT NOT NULL COMMENT 'messages that came back for good',
              soft_bounced   BIGINT NOT NULL COMMENT 'messages that came back for now and were not delivered since',
              suppressed     BIGINT NOT NULL COMMENT 'messages that the provider did not try to deliver, because the address failed or complained before',
              rejected       BIGINT NOT NULL COMMENT 'messages that the provider refused to send',
              complained     BIGINT NOT NULL COMMENT 'delivered messages that were complained about',
              opened         BIGINT NOT NULL COMMENT 'messages opened at least once, by a person as far as the provider can tell',
              machine_opened BIGINT NOT NULL COMMENT 'messages opened by machines that fetch pictures ahead, and by nobody else',
              clicked        BIGINT NOT NULL COMMENT 'messages of which a link was followed',
              pending        BIGINT NOT NULL COMMENT 'messages on their way',
              delivery_rate  DOUBLE          COMMENT 'delivered over sent',
              bounce_rate    DOUBLE          COMMENT 'hard bounced over sent, as providers measure it against their limits: what was suppressed is sent and does not count as bounced',
              complaint_rate DOUBLE          COMMENT 'complained over delivered',
              open_rate      DOUBLE          COMMENT 'opened over delivered; machines that do not say so open too',
              click_rate     DOUBLE          COMMENT 'clicked over delivered'
              """)
          .key("wave", "channel", "provider");

  private DeliveryRates() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(DeliveryCube.table(incident))
        .as(Query.in(DeliveryRates.class, "delivery_rates.sql"));
  }
}
