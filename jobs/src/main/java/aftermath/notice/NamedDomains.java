package aftermath.notice;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.Incident;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Domains by name where they are large, and all others together: a domain that somebody has to
 * themselves names them. What is large is so in a channel over all time, so that a domain has a
 * name in every row or in none. No domain can be called like the groups: none has a blank, and none
 * is without a dot.
 */
public final class NamedDomains {
  public static final String ALL = "all domains";
  private static final String OTHERS = "other domains";
  private static final String NONE = "none";

  /** A domain to which so many messages went is large, however many went to others. */
  private static final long MANY = 1_000;

  /** So is one to which one in so many messages of the channel went. */
  private static final long ONE_IN = 100;

  /** Nobody gets more messages than this about one breach. */
  private static final long MESSAGES_OF_A_PERSON = 10;

  /** Fewer than these never make a domain large: they may all be those of a few people. */
  private final long fewest;

  NamedDomains(Incident incident) {
    this.fewest = MESSAGES_OF_A_PERSON * incident.disclosure().minimumFrequency();
  }

  /** The counts by domain with {@code recipient_domain} in the place of the number. */
  Dataset<Row> in(Dataset<Row> counts, Dataset<Row> domains) {
    Column isNone = col("domain").equalTo(MailDomain.NONE);
    return counts
        .join(broadcast(named(counts, domains)), new String[] {"channel", "domain"}, "left_outer")
        .withColumn(
            "recipient_domain", when(isNone, NONE).otherwise(coalesce(col("name"), lit(OTHERS))))
        .drop("domain", "name");
  }

  private Dataset<Row> named(Dataset<Row> counts, Dataset<Row> domains) {
    return domains
        .join(broadcast(large(counts)), col("number").equalTo(col("domain")))
        .select("channel", "domain", "name");
  }

  private Dataset<Row> large(Dataset<Row> counts) {
    Column inChannel = sum("messages").over(Window.partitionBy("channel"));
    Column isLarge =
        col("messages").geq(MANY).or(col("messages").multiply(ONE_IN).geq(col("in_channel")));
    return counts
        .groupBy("channel", "domain")
        .agg(sum("sent").as("messages"))
        .withColumn("in_channel", inChannel)
        .where(col("messages").geq(fewest).and(isLarge))
        .select("channel", "domain");
  }
}
