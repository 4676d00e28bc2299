package aftermath.notice;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.functions.Standard;
import aftermath.identity.People;
import aftermath.incident.Attribute;
import aftermath.incident.Incident;
import aftermath.incident.NoticeEventType;
import aftermath.incident.NoticePolicy.Channel;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import aftermath.standard.Keys;
import aftermath.standard.StandardAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every message, where it stands, and whom it speaks to. */
public final class Notices {

  public static final Table TABLE =
      Table.table("silver.notices")
          .comment("One row per message: where it stands now, and when each thing happened to it")
          .columns(
              """
              provider        STRING    NOT NULL COMMENT 'who delivers the message',
              message_id      STRING    NOT NULL COMMENT 'what the provider calls it',
              channel         STRING    NOT NULL COMMENT 'channel of the notice policy',
              wave            STRING    NOT NULL COMMENT 'wave of notification; unknown where no event says it',
              person_ids      ARRAY<STRING> NOT NULL COMMENT 'the people it speaks to, as in silver.people; several where they share an address, none where nobody is found',
              state           STRING    NOT NULL COMMENT 'complained, hard_bounced, delivered, suppressed, soft_bounced, rejected or pending: the first of these that happened',
              state_at        TIMESTAMP NOT NULL COMMENT 'when it came into this state',
              sent_at         TIMESTAMP          COMMENT 'when it was first sent',
              delivered_at    TIMESTAMP          COMMENT 'when it was first delivered, or presumed so by the notice policy',
              soft_bounced_at TIMESTAMP          COMMENT 'when it last came back for now',
              hard_bounced_at TIMESTAMP          COMMENT 'when it first came back for good',
              suppressed_at   TIMESTAMP          COMMENT 'when the provider did not try, because the address failed or complained before',
              rejected_at     TIMESTAMP          COMMENT 'when the provider refused it',
              complained_at   TIMESTAMP          COMMENT 'when the recipient first complained',
              opened_at       TIMESTAMP          COMMENT 'when it was first opened, by a person as far as the provider can tell; no proof of delivery',
              machine_opened_at TIMESTAMP        COMMENT 'when a program first opened it that fetches pictures ahead: nobody need have seen it',
              clicked_at      TIMESTAMP          COMMENT 'when a link in it was first followed',
              unknown_at      TIMESTAMP          COMMENT 'when something last happened whose word the incident file does not know; it moves nothing, but no news is then no good news',
              first_event_at  TIMESTAMP NOT NULL COMMENT 'when the first thing happened',
              last_event_at   TIMESTAMP NOT NULL COMMENT 'when the last thing happened'
              """)
          .key("provider", "message_id")
          .personal("message_id", "person_ids")
          .check("state_is_known", "state IN (%s)".formatted(NoticeState.words()));

  private final Incident incident;
  private final ChannelNumbers channels;

  private Notices(Incident incident) {
    this.incident = incident;
    this.channels = new ChannelNumbers(incident);
  }

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(BronzeTables.NOTICE_EVENTS, People.table(incident))
        .as(new Notices(incident)::derive)
        .dependingOn(
            incident.attributes(),
            incident.notices(),
            incident.sources(Role.NOTICE_EVENTS),
            incident.placeholders(),
            incident.defaultCountry());
  }

  Dataset<Row> derive(Dataset<Row> events, Dataset<Row> people) {
    return events
        .transform(this::oneRowPerMessage)
        .transform(messages -> withPresumedDelivery(messages, events))
        // What asks for nobody is spread over the partitions of a join by a number of its own.
        .withColumn("number", xxhash64(col("provider"), col("message_id")))
        .withColumn("state", NoticeState.ofTimes())
        .withColumn("state_at", NoticeState.since())
        .transform(messages -> withPeople(messages, people))
        .select(
            TABLE.columnNames().stream()
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new));
  }

  /**
   * Only numbers are summed up, since an aggregation of strings would sort all events: times, the
   * keys under which people are looked for, and a number in place of the wave's name.
   */
  private Dataset<Row> oneRowPerMessage(Dataset<Row> events) {
    return events
        .groupBy("provider", "message_id")
        .agg(
            min("occurred_at").as("first_event_at"),
            max("occurred_at").as("last_event_at"),
            min(timeOf(NoticeEventType.SENT)).as("sent_at"),
            min(timeOf(NoticeEventType.DELIVERED)).as("delivered_at"),
            max(timeOf(NoticeEventType.SOFT_BOUNCED)).as("soft_bounced_at"),
            min(timeOf(NoticeEventType.HARD_BOUNCED)).as("hard_bounced_at"),
            min(timeOf(NoticeEventType.SUPPRESSED)).as("suppressed_at"),
            min(timeOf(NoticeEventType.REJECTED)).as("rejected_at"),
            min(timeOf(NoticeEventType.COMPLAINED)).as("complained_at"),
            min(timeOf(NoticeEventType.OPENED)).as("opened_at"),
            min(timeOf(NoticeEventType.MACHINE_OPENED)).as("machine_opened_at"),
            min(timeOf(NoticeEventType.CLICKED)).as("clicked_at"),
            max(timeOf(NoticeEventType.UNKNOWN)).as("unknown_at"),
            min(channels.of(col("channel"))).as("channel_number"),
            min(numberOf("wave")).as("wave_number"),
            min(identifier()).as("identifier"),
            min(address()).as("address"))
        .transform(messages -> withWave(messages, events))
        .withColumn("channel", channels.nameOf(col("channel_number")));
  }

  private static Column numberOf(String word) {
    return when(col(word).isNotNull(), xxhash64(col(word)));
  }

  private static Dataset<Row> withWave(Dataset<Row> messages, Dataset<Row> events) {
    Dataset<Row> waves = events.select(col("wave"), numberOf("wave").as("wave_number")).distinct();
    return messages
        .join(broadcast(waves), new String[] {"wave_number"}, "left_outer")
        .withColumn("wave", coalesce(col("wave"), lit("unknown")));
  }

  private static Column timeOf(NoticeEventType type) {
    return when(col("event").equalTo(type.word()), col("occurred_at"));
  }

  /** Who the sender says it is for. */
  private Column identifier() {
    Column found = lit(null).cast("bigint");
    for (String attribute : personAttributes()) {
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

  private static Column addressOf(String attribute, Column value) {
    return Keys.scoped(attribute, when(value.isNotNull(), xxhash64(value)));
  }

  /**
   * Where the policy says that no news is good news: sent, not come back, and long enough before
   * the newest event of all. What the files do not reach up to cannot have come back in them.
   */
  private Dataset<Row> withPresumedDelivery(Dataset<Row> messages, Dataset<Row> events) {
    Column presumed = lit(null).cast("timestamp");
    for (Channel channel : incident.notices().channels()) {
      if (channel.presumedDeliveredAfterDays() > 0) {
        Column due =
            expr("sent_at + INTERVAL '%d' DAY".formatted(channel.presumedDeliveredAfterDays()));
        Column isDue =
            col("channel")
                .equalTo(channel.name())
                .and(col("soft_bounced_at").isNull())
                .and(col("hard_bounced_at").isNull())
                .and(col("suppressed_at").isNull())
                .and(col("rejected_at").isNull())
                .and(col("unknown_at").isNull())
                .and(due.leq(col("now")));
        presumed = when(isDue, due).otherwise(presumed);
      }
    }
    return messages
        .crossJoin(events.agg(max("occurred_at").as("now")))
        .withColumn("delivered_at", coalesce(col("delivered_at"), presumed));
  }

  /** The people whom the identifier names; where it names nobody we know, those at the address. */
  private Dataset<Row> withPeople(Dataset<Row> messages, Dataset<Row> people) {
    Dataset<Row> residents =
        people
            .select(col("person_id"), explode(array(addressesOfPeople())).as("home"))
            .where("home IS NOT NULL")
            .groupBy("home")
            .agg(sort_array(collect_list("person_id")).as("people"));
    Column nobody = expr("cast(array() AS ARRAY<STRING>)");
    return messages
        .withColumn("asked", coalesce(col("identifier"), col("number")))
        .join(residents, col("asked").equalTo(col("home")), "left_outer")
        .withColumnRenamed("people", "named")
        .drop("home", "asked")
        .withColumn("asked", when(col("named").isNull(), col("address")))
        .withColumn("asked", coalesce(col("asked"), col("number")))
        .join(residents, col("asked").equalTo(col("home")), "left_outer")
        .withColumn("person_ids", coalesce(col("named"), col("people"), nobody));
  }

  private Column[] addressesOfPeople() {
    Set<String> attributes = new LinkedHashSet<>(personAttributes());
    incident.sources(Role.NOTICE_EVENTS).stream()
        .flatMap(source -> source.notice().stream())
        .flatMap(
            notice ->
                incident.notices().channels().stream()
                    .filter(channel -> channel.name().equals(notice.channel())))
        .map(Channel::address)
        .forEach(attributes::add);
    List<Column> addresses = new ArrayList<>();
    addresses.add(lit(null).cast("bigint"));
    attributes.forEach(
        attribute ->
            addresses.add(addressOf(attribute, col(People.contact(attribute)).cast("string"))));
    return addresses.toArray(Column[]::new);
  }

  private List<String> personAttributes() {
    return incident.sources(Role.NOTICE_EVENTS).stream()
        .flatMap(source -> source.notice().stream())
        .flatMap(notice -> notice.personAttribute().stream())
        .distinct()
        .toList();
  }
}
