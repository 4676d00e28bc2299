package aftermath.notice;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.functions.Standard;
import aftermath.incident.Attribute;
import aftermath.incident.Incident;
import aftermath.incident.NoticePolicy.Channel;
import aftermath.standard.Keys;
import aftermath.standard.StandardAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What the events of each message come to, before anything is concluded from them: its moments, its
 * wave and channel, the keys under which its people are looked for, and the domain it went to.
 * Facts of two sets of events can be put together; what comes out are the facts of all of them.
 */
final class MessageFacts {
  private static final String UNKNOWN = "unknown";

  private final Incident incident;
  private final ChannelNumbers channels;
  private final List<String> personAttributes;

  MessageFacts(Incident incident, List<String> personAttributes) {
    this.incident = incident;
    this.channels = new ChannelNumbers(incident);
    this.personAttributes = personAttributes;
  }

  /** A number that stands for a message: strings are costly to join by. */
  static Column number() {
    return xxhash64(col("provider"), col("message_id"));
  }

  /**
   * Only numbers are summed up, since an aggregation of strings would sort all events: times, keys,
   * and a number in place of the wave's name.
   */
  Dataset<Row> of(Dataset<Row> events) {
    Column[] more =
        Stream.concat(
                Stream.of(Moment.values()).map(Moment::ofEvents),
                Stream.of(
                    min(waveNumber(wave())).as("wave_number"),
                    min(identifier()).as("identifier"),
                    min(address()).as("address"),
                    min(MailDomain.numberOf(col("recipient"))).as("domain")))
            .toArray(Column[]::new);
    return events
        .groupBy("provider", "message_id")
        .agg(min(channels.of(col("channel"))).as("channel_number"), more)
        .withColumn("number", number())
        .join(broadcast(waves(events)), new String[] {"wave_number"}, "left_outer")
        .select(columns());
  }

  /** The facts behind rows of silver.notices: without what the policy presumes. */
  Dataset<Row> behind(Dataset<Row> notices) {
    return notices
        .withColumn("delivered_at", when(not(col("is_presumed")), col("delivered_at")))
        .withColumn("wave", nullif(col("wave"), lit(UNKNOWN)))
        .withColumn("channel_number", channels.of(col("channel")));
  }

  /**
   * The facts of both, in a join of the two by number under these names; either may lack the
   * message.
   */
  Column[] together(String one, String other) {
    var columns = new ArrayList<Column>();
    for (String same : List.of("provider", "message_id", "number")) {
      columns.add(coalesce(col(one + "." + same), col(other + "." + same)).as(same));
    }
    for (String number : List.of("channel_number", "identifier", "address", "domain")) {
      columns.add(least(col(one + "." + number), col(other + "." + number)).as(number));
    }
    columns.add(waveOf(col(one + ".wave"), col(other + ".wave")).as("wave"));
    for (Moment moment : Moment.values()) {
      columns.add(
          moment.ofBoth(col(one + "." + moment.column()), col(other + "." + moment.column())));
    }
    return columns.toArray(Column[]::new);
  }

  /** Names in the place of numbers. */
  Dataset<Row> named(Dataset<Row> facts) {
    return facts
        .withColumn("channel", channels.nameOf(col("channel_number")))
        .withColumn("wave", coalesce(col("wave"), lit(UNKNOWN)));
  }

  private static Column[] columns() {
    return Stream.concat(
            Stream.of(
                "provider",
                "message_id",
                "number",
                "channel_number",
                "identifier",
                "address",
                "domain",
                "wave"),
            Stream.of(Moment.values()).map(Moment::column))
        .map(functions::col)
        .toArray(Column[]::new);
  }

  private static Column wave() {
    return nullif(col("wave"), lit(UNKNOWN));
  }

  private static Column waveNumber(Column wave) {
    return when(wave.isNotNull(), xxhash64(wave));
  }

  private static Dataset<Row> waves(Dataset<Row> events) {
    return events
        .select(wave().as("wave"), waveNumber(wave()).as("wave_number"))
        .where("wave IS NOT NULL")
        .distinct();
  }

  private static Column waveOf(Column one, Column other) {
    return when(one.isNull(), other)
        .when(other.isNotNull().and(xxhash64(other).lt(xxhash64(one))), other)
        .otherwise(one);
  }

  /** Who the sender says it is for. */
  private Column identifier() {
    Column found = lit(null).cast("bigint");
    for (String attribute : personAttributes) {
      Column isThis = col("person_attribute").equalTo(attribute);
      found = coalesce(found, when(isThis, addressOf(attribute, standard(attribute, "person"))));
    }
    return found;
  }

  /** Where it was sent to. */
  private Column address() {
    Column found = lit(null).cast("bigint");
    for (Channel channel : incident.notices().channels()) {
      Column isThis = col("channel").equalTo(channel.name());
      Column recipient = standard(channel.address(), "recipient");
      found = coalesce(found, when(isThis, addressOf(channel.address(), recipient)));
    }
    return found;
  }

  private Column standard(String attribute, String column) {
    Attribute declared = incident.attributes().get(attribute);
    return Standard.of(declared, StandardAttributes.surroundings(incident))
        .apply(col(column))
        .cast("string");
  }

  static Column addressOf(String attribute, Column value) {
    return Keys.scoped(attribute, when(value.isNotNull(), xxhash64(value)));
  }
}
