package aftermath.notice;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;

import aftermath.pipeline.Changes;
import aftermath.pipeline.Following.Given;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What became of the messages of each hour at each domain, small domains too. */
public final class DeliveryByDomain {

  public static final Table TABLE =
      Table.table("silver.delivery_by_domain")
          .comment(
              "One row per channel, provider, domain and hour in which messages were sent: where they stand now")
          .columns(
              """
              channel  STRING    NOT NULL COMMENT 'channel of the notice policy',
              provider STRING    NOT NULL COMMENT 'who delivers the messages',
              domain   BIGINT    NOT NULL COMMENT 'number of the domain, as in silver.recipient_domains; 0: sent to no mail address that is known',
              hour     TIMESTAMP NOT NULL COMMENT 'beginning of the hour in UTC in which they were first sent; where no event says it, in which the first thing happened to them'
              """)
          .columns(DeliveryCounts.COLUMNS)
          .key("channel", "provider", "domain", "hour")
          .personal("domain");

  private DeliveryByDomain() {}

  public static Model model() {
    return Model.model(TABLE)
        .from(Notices.TABLE)
        .as(notices -> counted(Changes.added(notices)))
        .recountedWith(Notices.TABLE, DeliveryByDomain::recount);
  }

  private static Dataset<Row> counted(Dataset<Row> messages) {
    return DeliveryCounts.ofMessages(
        messages.groupBy(
            col("channel"),
            col("provider"),
            coalesce(col("domain"), lit(MailDomain.NONE)).as("domain"),
            date_trunc("hour", coalesce(col("sent_at"), col("first_event_at"))).as("hour")));
  }

  private static Dataset<Row> recount(Given given) {
    Dataset<Row> all = counted(given.changes()).unionByName(given.own());
    return DeliveryCounts.summed(all.groupBy("channel", "provider", "domain", "hour"))
        .where("sent > 0 OR rejected > 0");
  }
}
