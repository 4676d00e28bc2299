package aftermath.notice;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.when;

import aftermath.incident.AttributeType;
import aftermath.incident.HealthLines;
import aftermath.incident.HealthLines.Line;
import aftermath.incident.Incident;
import aftermath.incident.NoticePolicy.Channel;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rates of bounces and complaints, and how they stand to the lines of the providers: a line is
 * reached by a rate that is equal to it. The lines are for mail; letters and text messages come
 * back at other rates, and have no standing.
 */
final class Standings {

  /** Of fewer messages a rate says nothing: one that came back would be more than 2 % of them. */
  private static final long ENOUGH = 50;

  private static final String WORDS = "('ok', 'review', 'pause', 'too_few')";

  private final HealthLines lines;
  private final Object[] channelsOfMail;

  Standings(Incident incident) {
    this.lines = incident.notices().health();
    this.channelsOfMail =
        incident.notices().channels().stream()
            .filter(channel -> isByMail(incident, channel))
            .map(Channel::name)
            .toArray();
  }

  /** Adds the columns to a table that has the counts. */
  static Table declareIn(Table table) {
    return table
        .columns(
            """
            bounce_rate        DOUBLE COMMENT 'hard bounced over sent, as providers measure it against their lines: what was suppressed is sent and does not count as bounced',
            complaint_rate     DOUBLE COMMENT 'complained over delivered',
            bounce_standing    STRING COMMENT 'ok; review or pause where bounce_rate is at the line or above it from which on providers look into it or may stop sending; too_few below 50 messages sent, and where a single one would decide; null: the channel is no mail',
            complaint_standing STRING COMMENT 'the same of complaint_rate; too_few below 50 messages delivered, and where a single complaint would decide'
            """)
        .check("bounce_standing_is_known", isKnown("bounce_standing"))
        .check("complaint_standing_is_known", isKnown("complaint_standing"));
  }

  Dataset<Row> of(Dataset<Row> counts) {
    return counts
        .withColumn("bounce_rate", rate("hard_bounced", "sent"))
        .withColumn("complaint_rate", rate("complained", "delivered"))
        .withColumn("bounce_standing", standing("hard_bounced", "sent", lines.bounce()))
        .withColumn("complaint_standing", standing("complained", "delivered", lines.complaint()));
  }

  private static Column rate(String some, String all) {
    return col(some).divide(nullif(col(all), lit(0L)));
  }

  /**
   * A single complaint among 900 mails would be above the line for review, and is no rate: where
   * one alone would reach a line, it takes a second one.
   */
  private Column standing(String some, String all, Line line) {
    Column rate = rate(some, all);
    Column isOneAlone = col(some).equalTo(1L).and(rate.geq(line.review()));
    Column standing =
        when(col(all).lt(ENOUGH).or(isOneAlone), "too_few")
            .when(rate.geq(line.pause()), "pause")
            .when(rate.geq(line.review()), "review")
            .otherwise("ok");
    return when(col("channel").isin(channelsOfMail), standing);
  }

  private static boolean isByMail(Incident incident, Channel channel) {
    return incident.attributes().get(channel.address()).type() == AttributeType.EMAIL;
  }

  /** To a constraint of Delta, null is no. */
  private static String isKnown(String column) {
    return "%1$s IS NULL OR %1$s IN %2$s".formatted(column, WORDS);
  }
}
