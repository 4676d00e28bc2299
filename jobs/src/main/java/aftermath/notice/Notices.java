package aftermath.notice;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import aftermath.identity.People;
import aftermath.incident.Incident;
import aftermath.incident.NoticePolicy.Channel;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Changes;
import aftermath.pipeline.Following.Given;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Every message, where it stands, and whom it speaks to. */
public final class Notices {

  public static final Table TABLE =
      Table.table("silver.notices")
          .comment("One row per message: where it stands now, and when each thing happened to it")
          .columns(
              """
              number          BIGINT    NOT NULL COMMENT 'number of the message, made of provider and message_id',
              provider        STRING    NOT NULL COMMENT 'who delivers the message',
              message_id      STRING    NOT NULL COMMENT 'what the provider calls it',
              channel         STRING    NOT NULL COMMENT 'channel of the notice policy',
              wave            STRING    NOT NULL COMMENT 'wave of notification; unknown where no event says it',
              person_ids      ARRAY<STRING> NOT NULL COMMENT 'the people it speaks to, as in silver.people; several where they share an address, none where nobody is found',
              state           STRING    NOT NULL COMMENT 'complained, hard_bounced, delivered, suppressed, soft_bounced, rejected or pending: the first of these that happened',
              state_at        TIMESTAMP NOT NULL COMMENT 'when it came into this state',
              sent_at         TIMESTAMP          COMMENT 'when it was first sent',
              delivered_at    TIMESTAMP          COMMENT 'when it was first delivered, or presumed so by the notice policy',
              is_presumed     BOOLEAN   NOT NULL COMMENT 'whether delivered_at is presumed: no event says it',
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
              last_event_at   TIMESTAMP NOT NULL COMMENT 'when the last thing happened',
              identifier      BIGINT             COMMENT 'key of the identifier that names its person; null: the sender gives none',
              address         BIGINT             COMMENT 'key of the address it was sent to, by which people are found where the identifier names nobody',
              domain          BIGINT             COMMENT 'number of the domain of the mail address it was sent to, as in silver.recipient_domains; null: the recipient is no mail address'
              """)
          .key("provider", "message_id")
          .changedBy("number")
          .personal("number", "message_id", "person_ids", "identifier", "address", "domain")
          .check("state_is_known", "state IN (%s)".formatted(NoticeState.words()));

  private final Incident incident;
  private final MessageFacts facts;

  private Notices(Incident incident) {
    this.incident = incident;
    this.facts = new MessageFacts(incident, personAttributes(incident));
  }

  public static Model model(Incident incident) {
    var notices = new Notices(incident);
    return Model.model(TABLE)
        .from(BronzeTables.NOTICE_EVENTS, People.table(incident))
        .as(notices::derive)
        .dependingOn(
            incident.attributes(),
            incident.notices().channels(),
            incident.sources(Role.NOTICE_EVENTS),
            incident.placeholders(),
            incident.defaultCountry())
        .changedWith(BronzeTables.NOTICE_EVENTS, notices::changes);
  }

  private Dataset<Row> derive(Dataset<Row> events, Dataset<Row> people) {
    return facts
        .of(events)
        .transform(facts::named)
        .crossJoin(events.agg(max("occurred_at").as("now")))
        .transform(this::withState)
        .transform(messages -> withPeople(messages, residents(homes(people, keysOfPeople()))))
        .select(columns());
  }

  /** The messages of which something is told, and those that a policy presumes delivered by now. */
  private Dataset<Row> changes(Given given) {
    Dataset<Row> more = given.kept(facts.of(given.changes()));
    Dataset<Row> now =
        given
            .own()
            .select("last_event_at")
            .union(more.select("last_event_at"))
            .agg(max("last_event_at").as("now"));
    Dataset<Row> asking = given.kept(asking(given.own(), more));
    Dataset<Row> people = given.kept(lookedUp(asking, given.input(1), given.keeper()));
    return touched(given.own(), more, now)
        .transform(
            before -> toldMore(before, more.join(people, new String[] {"number"}, "left_outer")))
        .crossJoin(broadcast(now))
        .transform(this::withState)
        .withColumn("person_ids", coalesce(col("people"), col("own.person_ids")))
        .transform(rows -> Changes.whereChanged(rows, TABLE));
  }

  private Dataset<Row> touched(Dataset<Row> own, Dataset<Row> more, Dataset<Row> now) {
    Dataset<Row> told =
        more.select(col("number").as("told")).distinct().withColumn("is_told", lit(true));
    return own.join(broadcast(told), col("number").equalTo(col("told")), "left_outer")
        .crossJoin(broadcast(now))
        .where(col("is_told").or(col("delivered_at").isNull().and(presumedAt().isNotNull())))
        .drop("told", "is_told", "now");
  }

  private Dataset<Row> toldMore(Dataset<Row> before, Dataset<Row> more) {
    var columns = new ArrayList<>(List.of(facts.together("before", "more")));
    columns.add(when(col("before.number").isNotNull(), col("own")).as("own"));
    columns.add(col(Changes.PLACE));
    columns.add(col("people"));
    return before
        .withColumn("own", struct(columns()))
        .transform(facts::behind)
        .as("before")
        .join(more.as("more"), col("before.number").equalTo(col("more.number")), "full_outer")
        .select(columns.toArray(Column[]::new))
        .transform(facts::named);
  }

  private Dataset<Row> withState(Dataset<Row> messages) {
    return messages
        .withColumn("presumed_at", presumedAt())
        .withColumn("is_presumed", col("delivered_at").isNull().and(col("presumed_at").isNotNull()))
        .withColumn("delivered_at", coalesce(col("delivered_at"), col("presumed_at")))
        .withColumn("state", NoticeState.ofTimes())
        .withColumn("state_at", NoticeState.since());
  }

  /**
   * Where the policy says that no news is good news: sent, not come back, and long enough before
   * the newest event of all. What the files do not reach up to cannot have come back in them.
   */
  private Column presumedAt() {
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
    return presumed;
  }

  /** The people whom the identifier names; where it names nobody we know, those at the address. */
  private static Dataset<Row> withPeople(Dataset<Row> messages, Dataset<Row> residents) {
    return messages
        // What asks for nobody is spread over the partitions of a join by a number of its own.
        .withColumn("asked", coalesce(col("identifier"), col("number")))
        .join(residents, col("asked").equalTo(col("home")), "left_outer")
        .withColumnRenamed("people", "named")
        .drop("home", "asked")
        .withColumn("asked", when(col("named").isNull(), col("address")))
        .withColumn("asked", coalesce(col("asked"), col("number")))
        .join(residents, col("asked").equalTo(col("home")), "left_outer")
        .withColumn("person_ids", coalesce(col("named"), col("people"), nobody()))
        .drop("home", "asked", "named", "people");
  }

  /** Messages that are new, or for which other keys are told: only their people are looked up. */
  private static Dataset<Row> asking(Dataset<Row> own, Dataset<Row> more) {
    Dataset<Row> told = more.select("number", "identifier", "address");
    Dataset<Row> known =
        own.select(
                col("number"),
                col("identifier").as("own_identifier"),
                col("address").as("own_address"),
                lit(true).as("is_known"))
            // A plain join, since only of such a one may the side with the keys be broadcast.
            .join(broadcast(told.select("number")), "number");
    Column identifier = least(col("own_identifier"), col("identifier"));
    Column address = least(col("own_address"), col("address"));
    Column isAsSaid =
        col("is_known")
            .isNotNull()
            .and(identifier.eqNullSafe(col("own_identifier")))
            .and(address.eqNullSafe(col("own_address")));
    return told.join(known, new String[] {"number"}, "left_outer")
        .where(not(isAsSaid))
        .select(col("number"), identifier.as("identifier"), address.as("address"));
  }

  /**
   * The people of each: first those whom an identifier names, since then most need no look at
   * addresses.
   */
  private Dataset<Row> lookedUp(
      Dataset<Row> asking, Dataset<Row> people, UnaryOperator<Dataset<Row>> keeper) {
    Dataset<Row> named = keeper.apply(withResidents(asking, "identifier", people, personKeys()));
    Dataset<Row> located =
        withResidents(
            named.where("people IS NULL").drop("people"), "address", people, keysOfPeople());
    return named
        .where("people IS NOT NULL")
        .unionByName(located.withColumn("people", coalesce(col("people"), nobody())))
        .select("number", "people");
  }

  /** The people who are found under a key of each message; null where there are none. */
  private static Dataset<Row> withResidents(
      Dataset<Row> messages, String key, Dataset<Row> people, Column... keys) {
    Dataset<Row> asked = messages.select(col(key).as("home")).where("home IS NOT NULL").distinct();
    Dataset<Row> residents =
        residents(homes(people, keys).join(broadcast(asked), new String[] {"home"}, "left_semi"));
    return messages
        // What asks for nobody is spread over the partitions of a join by a number of its own.
        .withColumn("asked", coalesce(col(key), col("number")))
        .join(residents, col("asked").equalTo(col("home")), "left_outer")
        .drop("home", "asked");
  }

  /** Every person under each key by which a message may ask for them. */
  private static Dataset<Row> homes(Dataset<Row> people, Column... keys) {
    return people
        .select(col("person_id"), explode(array(keys)).as("home"))
        .where("home IS NOT NULL");
  }

  private static Dataset<Row> residents(Dataset<Row> homes) {
    return homes.groupBy("home").agg(sort_array(collect_list("person_id")).as("people"));
  }

  private static Column nobody() {
    return expr("cast(array() AS ARRAY<STRING>)");
  }

  /** Keys by which an identifier names them. */
  private Column[] personKeys() {
    return keys(personAttributes(incident));
  }

  /** Keys by which they are named or found at an address. */
  private Column[] keysOfPeople() {
    Set<String> attributes = new LinkedHashSet<>(personAttributes(incident));
    incident.sources(Role.NOTICE_EVENTS).stream()
        .flatMap(source -> source.notice().stream())
        .flatMap(
            notice ->
                incident.notices().channels().stream()
                    .filter(channel -> channel.name().equals(notice.channel())))
        .map(Channel::address)
        .forEach(attributes::add);
    return keys(attributes);
  }

  private static Column[] keys(Collection<String> attributes) {
    List<Column> keys = new ArrayList<>();
    keys.add(lit(null).cast("bigint"));
    attributes.forEach(
        attribute ->
            keys.add(
                MessageFacts.addressOf(attribute, col(People.contact(attribute)).cast("string"))));
    return keys.toArray(Column[]::new);
  }

  private static List<String> personAttributes(Incident incident) {
    return incident.sources(Role.NOTICE_EVENTS).stream()
        .flatMap(source -> source.notice().stream())
        .flatMap(notice -> notice.personAttribute().stream())
        .distinct()
        .toList();
  }

  private static Column[] columns() {
    return TABLE.columnNames().stream().map(functions::col).toArray(Column[]::new);
  }
}
