package aftermath.notice;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.bitwise_not;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.identity.People;
import aftermath.identity.Segments;
import aftermath.incident.Incident;
import aftermath.pipeline.Changes;
import aftermath.pipeline.Following.Given;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Every affected person, over all their messages together: told or not, why not, and what is next.
 */
public final class ToldPeople {
  /** What is left when no channel is: a notice to everyone. */
  static final String PUBLICATION = "publication";

  static final String WAIT = "wait";

  private final Incident incident;
  private final ChannelNumbers channels;

  private ToldPeople(Incident incident) {
    this.incident = incident;
    this.channels = new ChannelNumbers(incident);
  }

  public static Table table(Incident incident) {
    Table table =
        Table.table("silver.told_people")
            .comment(
                "One row per affected person: whether they have been told, and if not what is next")
            .columns(
                """
                person_id     STRING    NOT NULL COMMENT 'as in silver.people',
                must_be_told  BOOLEAN   NOT NULL COMMENT 'whether the notice policy asks for telling them, themselves or through others',
                addressee     STRING    NOT NULL COMMENT 'whom notices about them go to: themselves, or who is written to in their place by the notice policy',
                reach         STRING    NOT NULL COMMENT 'reached: a message was delivered; unreachable: every channel for which an address is known has failed, or there is none; pending: everyone else',
                reason        STRING    NOT NULL COMMENT 'reached; on_its_way: a message is neither delivered nor back; came_back_for_now: the provider gave up, the address may do another time; failed: what was tried will never arrive; not_written_to: nothing was sent yet; no_address: nothing was sent, and no channel has an address',
                next_step     STRING             COMMENT 'wait, while a message is on its way; else the channel to write by: the first of the notice policy with an address that was not tried, then one to try again; publication: none is left; null: nothing, they are reached',
                since         TIMESTAMP NOT NULL COMMENT 'when the reason began to hold; of those not written to, when the organisation became aware',
                messages      BIGINT    NOT NULL COMMENT 'messages that speak to them',
                first_sent_at TIMESTAMP          COMMENT 'when the first of these was sent',
                reached_at    TIMESTAMP          COMMENT 'when the first of these was delivered',
                reached_by    STRING             COMMENT 'by which channel that was',
                contact_channels BIGINT NOT NULL COMMENT 'bit per channel of the notice policy for which an address is known, as in silver.people'
                """);
    return new Segments(incident)
        .declareIn(table)
        .key("person_id")
        .changedBy("person_id")
        .personal("person_id")
        .check("reach_is_known", "reach IN ('reached', 'unreachable', 'pending')")
        .check("who_is_reached_needs_no_step", "(reach = 'reached') = (next_step IS NULL)");
  }

  public static Model model(Incident incident) {
    var told = new ToldPeople(incident);
    return Model.model(table(incident))
        .from(Notices.TABLE, People.table(incident))
        .as(told::derive)
        .dependingOn(incident.notices().channels(), incident.timeline())
        .changedWith(Notices.TABLE, told::changes);
  }

  private Dataset<Row> derive(Dataset<Row> notices, Dataset<Row> people) {
    return ofEach(people, messages(notices));
  }

  private Dataset<Row> ofEach(Dataset<Row> people, Dataset<Row> messages) {
    return standing(people, messages)
        .select(table(incident).columnNames().stream().map(functions::col).toArray(Column[]::new));
  }

  /** Where everybody stands, beside what else is known of them. */
  private Dataset<Row> standing(Dataset<Row> people, Dataset<Row> messages) {
    return people
        .withColumn("id", number())
        .join(summedUp(messages), col("id").equalTo(col("who")), "left_outer")
        .withColumn("messages", coalesce(col("messages"), lit(0L)))
        .withColumn("failed", orNone("failed"))
        .withColumn("open", orNone("open"))
        .withColumn("soft", orNone("soft"))
        .withColumn("waiting", orNone("waiting"))
        .withColumn("reach", reach())
        .withColumn("reason", reason())
        .withColumn("next_step", nextStep())
        .withColumn("since", since());
  }

  /** Everybody to whom a message speaks that now stands elsewhere, with all their messages. */
  private Dataset<Row> changes(Given given) {
    Dataset<Row> moved = given.kept(moved(given.changes()));
    // What silver.people knows of them stands here too, and has not changed.
    Dataset<Row> people = onlyThose(moved, given.own()).select(asInPeople());
    Dataset<Row> messages =
        messages(given.input(0))
            .join(broadcast(moved), col("who").equalTo(col("moved")), "left_semi");
    return standing(people, messages)
        .transform(rows -> Changes.whereChanged(rows, table(incident)));
  }

  private Column[] asInPeople() {
    Column own =
        struct(table(incident).columnNames().stream().map(functions::col).toArray(Column[]::new));
    Stream<Column> known =
        Stream.concat(
                Stream.of("person_id", "must_be_told", "addressee", "contact_channels"),
                new Segments(incident).names().stream())
            .map(functions::col);
    return Stream.concat(known, Stream.of(own.as("own"), col(Changes.PLACE)))
        .toArray(Column[]::new);
  }

  /** Of a message that was only opened, nothing is told here that was not told before. */
  private static Dataset<Row> moved(Dataset<Row> changes) {
    Column looks =
        xxhash64(
            col("state"),
            col("state_at"),
            col("sent_at"),
            col("delivered_at"),
            col("channel"),
            col("person_ids"));
    return changes
        .groupBy("number")
        .agg(
            count(lit(1)).as("images"),
            min(looks).as("one"),
            max(looks).as("other"),
            flatten(collect_list(col("person_ids"))).as("person_ids"))
        .where("images = 1 OR one <> other")
        .select(explode(col("person_ids")).as("person_id"))
        .select(number().as("moved"))
        .distinct();
  }

  private static Dataset<Row> onlyThose(Dataset<Row> moved, Dataset<Row> people) {
    return people.join(broadcast(moved), number().equalTo(col("moved")), "left_semi");
  }

  /** A number that stands for a person: strings are costly to join by. */
  private static Column number() {
    return xxhash64(col("person_id"));
  }

  /** One row per message and person it speaks to. */
  private static Dataset<Row> messages(Dataset<Row> notices) {
    return notices.withColumn("person_id", explode(col("person_ids"))).withColumn("who", number());
  }

  private Dataset<Row> summedUp(Dataset<Row> messages) {
    Column hasFailed = NoticeState.hasFailed(col("state"));
    Column isWaiting = col("state").equalTo(NoticeState.PENDING.word());
    Column isSoft = col("state").equalTo(NoticeState.SOFT_BOUNCED.word());
    Column toldAt =
        when(NoticeState.tells(col("state")), coalesce(col("delivered_at"), col("state_at")));
    return messages
        .withColumn("told_at", toldAt)
        .withColumn("number", channels.of(col("channel")))
        .withColumn("bit", ChannelNumbers.bit("number"))
        .groupBy("who")
        .agg(
            count(lit(1)).as("messages"),
            min("sent_at").as("first_sent_at"),
            min("told_at").as("reached_at"),
            // The channel's number decides between messages that arrived at one moment.
            min_by(col("number"), when(col("told_at").isNotNull(), order())).as("reached_number"),
            bits(hasFailed, "failed"),
            bits(not(hasFailed), "open"),
            bits(isWaiting, "waiting"),
            bits(isSoft, "soft"),
            max(when(isWaiting, col("state_at"))).as("waiting_since"),
            max(when(isSoft, col("state_at"))).as("soft_since"),
            max(when(hasFailed, col("state_at"))).as("failed_since"))
        .withColumn(
            "reached_by",
            when(col("reached_at").isNotNull(), channels.nameOf(col("reached_number"))));
  }

  private static Column order() {
    return struct(col("told_at"), col("number"));
  }

  private static Column bits(Column condition, String name) {
    return bit_or(when(condition, col("bit")).otherwise(0L)).as(name);
  }

  private static Column orNone(String bits) {
    return coalesce(col(bits), lit(0L));
  }

  /** A channel whose message failed is over, unless another message on it is still on its way. */
  private static Column reach() {
    Column left = without("contact_channels", "failed").bitwiseOR(col("open"));
    return when(isReached(), "reached").when(left.equalTo(0L), "unreachable").otherwise("pending");
  }

  private static Column reason() {
    return when(isReached(), "reached")
        .when(col("waiting").notEqual(0L), "on_its_way")
        .when(col("soft").notEqual(0L), "came_back_for_now")
        .when(col("messages").gt(0L), "failed")
        .when(col("contact_channels").notEqual(0L), "not_written_to")
        .otherwise("no_address");
  }

  private Column nextStep() {
    Column open = without("contact_channels", "failed");
    Column untried = open.bitwiseAND(bitwise_not(col("soft")));
    Column step = lit(PUBLICATION);
    for (int i = channels.count() - 1; i >= 0; i--) {
      step = when(has(open.bitwiseOR(col("soft")), i), channels.name(i)).otherwise(step);
    }
    for (int i = channels.count() - 1; i >= 0; i--) {
      step = when(has(untried, i), channels.name(i)).otherwise(step);
    }
    return when(isReached(), lit(null)).when(col("waiting").notEqual(0L), WAIT).otherwise(step);
  }

  private Column since() {
    Column awareAt = lit(incident.timeline().awareAt());
    return coalesce(
        when(isReached(), col("reached_at")),
        when(col("waiting").notEqual(0L), col("waiting_since")),
        when(col("soft").notEqual(0L), col("soft_since")),
        col("failed_since"),
        awareAt);
  }

  private static Column isReached() {
    return col("reached_at").isNotNull();
  }

  private static Column without(String bits, String others) {
    return col(bits).bitwiseAND(bitwise_not(col(others)));
  }

  private static Column has(Column bits, int channel) {
    return bits.bitwiseAND(1L << channel).notEqual(0L);
  }
}
