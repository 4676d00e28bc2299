package aftermath.notice;

import static org.apache.spark.sql.functions.col;

import aftermath.intake.BronzeTables;
import aftermath.pipeline.Following.Given;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the domains that mails went to are called: everywhere else they are numbers. */
public final class RecipientDomains {

  public static final Table TABLE =
      Table.table("silver.recipient_domains")
          .comment("One row per domain of the mail addresses that messages were sent to")
          .columns(
              """
              number BIGINT NOT NULL COMMENT 'number of the domain, as in silver.notices',
              name   STRING NOT NULL COMMENT 'the domain in lower case; a small one may be named after a person'
              """)
          .key("number")
          .personal("name");

  private RecipientDomains() {}

  public static Model model() {
    return Model.model(TABLE)
        .from(BronzeTables.NOTICE_EVENTS)
        .as(RecipientDomains::derive)
        .recountedWith(BronzeTables.NOTICE_EVENTS, RecipientDomains::withThoseOfChanges);
  }

  private static Dataset<Row> derive(Dataset<Row> events) {
    return events
        .select(
            MailDomain.numberOf(col("recipient")).as("number"),
            MailDomain.of(col("recipient")).as("name"))
        .where("name IS NOT NULL")
        .distinct();
  }

  private static Dataset<Row> withThoseOfChanges(Given given) {
    return given.own().unionByName(derive(given.changes())).distinct();
  }
}
