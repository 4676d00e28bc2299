package aftermath.response;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import aftermath.functions.Standard;
import aftermath.identity.People;
import aftermath.incident.Attribute;
import aftermath.incident.Incident;
import aftermath.incident.ResponseEventType;
import aftermath.incident.Role;
import aftermath.intake.BronzeTables;
import aftermath.pipeline.Model;
import aftermath.pipeline.Table;
import aftermath.standard.Keys;
import aftermath.standard.StandardAttributes;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What people did once they had heard of it, each thing once however often it was delivered. */
public final class Responses {

  public static final Table TABLE =
      Table.table("silver.responses")
          .comment(
              "One row per contact of the support line, enrolment or reset: how it went, and who it was where one person is named")
          .columns(
              """
              provider         STRING    NOT NULL COMMENT 'whose system tells it',
              response_id      STRING    NOT NULL COMMENT 'what the provider calls it; where it is called nothing, a mark made of its content',
              channel          STRING    NOT NULL COMMENT 'line or way it came in',
              kind             STRING    NOT NULL COMMENT 'answered, abandoned, enrolled, password_reset, mfa_reset, noted (nobody responded) or unknown: the first of these that an event of it says',
              topic            STRING    NOT NULL COMMENT 'what it was about, in the words of the incident file; none where nothing is said, unknown where a word is said that the incident file does not know',
              day              DATE      NOT NULL COMMENT 'day it happened or was offered, in the time zone of the incident; a contact over midnight is of the day it began',
              occurred_at      TIMESTAMP NOT NULL COMMENT 'when it happened; of a contact, when it was offered',
              answered_at      TIMESTAMP          COMMENT 'when a clerk answered',
              ended_at         TIMESTAMP          COMMENT 'when it ended, or the caller gave up',
              wait_seconds     BIGINT             COMMENT 'whole seconds from offered to answered, or of an abandoned contact to its end; null: not known, or negative as delivered',
              talk_seconds     BIGINT             COMMENT 'whole seconds from answered to ended, holding included; null as above',
              wrap_up_seconds  BIGINT             COMMENT 'seconds that the clerk worked on it afterwards; null as above',
              handling_seconds BIGINT             COMMENT 'of an answered contact: talk, hold and wrap-up together; where no wrap-up is delivered there is none; null where a part is not known',
              negative_durations INT     NOT NULL COMMENT 'how many of wait, talk and wrap-up were negative as delivered',
              link             STRING    NOT NULL COMMENT 'linked: its identifier names one affected person; ambiguous: several; not_found: none; anonymous: there is no identifier',
              person_id        STRING             COMMENT 'the person, as in silver.people; null unless linked'
              """)
          .key("provider", "response_id")
          .personal("response_id", "person_id")
          .check("kind_is_known", "kind IN (%s)".formatted(kinds()))
          .check("link_is_known", "link IN ('linked', 'ambiguous', 'not_found', 'anonymous')")
          .check("who_is_linked_is_somebody", "(link = 'linked') = (person_id IS NOT NULL)")
          .check(
              "nothing_takes_less_than_no_time",
              "least(wait_seconds, talk_seconds, wrap_up_seconds, handling_seconds, 0) = 0");

  private final Incident incident;
  private final Vocabulary vocabulary;

  private Responses(Incident incident) {
    this.incident = incident;
    this.vocabulary = new Vocabulary(incident);
  }

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(BronzeTables.RESPONSE_EVENTS, People.table(incident))
        .as(new Responses(incident)::derive)
        .dependingOn(
            incident.sources(Role.RESPONSE_EVENTS),
            incident.timeZone(),
            incident.attributes(),
            incident.placeholders(),
            incident.defaultCountry());
  }

  /** A SQL condition over bronze.response_events: the word is none that its source knows. */
  public static String unknownWords(Incident incident) {
    return incident.sources(Role.RESPONSE_EVENTS).stream()
        .map(
            source ->
                "source = '%s' AND coalesce(lower(trim(event)) NOT IN (%s), true)"
                    .formatted(
                        source.name(),
                        source.response().orElseThrow().events().keySet().stream()
                            .map(word -> "'" + word.replace("'", "\\'") + "'")
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining(" OR "));
  }

  private Dataset<Row> derive(Dataset<Row> events, Dataset<Row> people) {
    Dataset<Row> once = events.transform(this::withMeanings).transform(Responses::oneRowPerId);
    return once.transform(Responses::withDurations)
        .transform(responses -> withPerson(responses, named(once, people)))
        .withColumn("day", to_date(from_utc_timestamp(col("occurred_at"), zone())))
        .select(TABLE.columnNames().stream().map(functions::col).toArray(Column[]::new));
  }

  private String zone() {
    return incident.timeZone().getId();
  }

  private Dataset<Row> withMeanings(Dataset<Row> events) {
    Column content =
        xxhash64(
            col("event"),
            col("occurred_at"),
            col("answered_at"),
            col("ended_at"),
            col("wrap_up_seconds"),
            col("person"),
            col("channel"),
            col("topic"));
    return events.select(
        vocabulary.provider().as("provider"),
        coalesce(col("response_id"), concat(lit("content "), hex(content))).as("response_id"),
        vocabulary.kindNumber().as("kind_number"),
        vocabulary.channel().as("channel"),
        vocabulary.topic().as("topic"),
        col("occurred_at"),
        col("answered_at"),
        col("ended_at"),
        col("wrap_up_seconds"),
        identifier().as("identifier"));
  }

  /**
   * Of events that say one thing differently the kind decides which stands, then which ended last,
   * then the rest of what they say: never the order in which they came.
   */
  private static Dataset<Row> oneRowPerId(Dataset<Row> events) {
    Column order =
        struct(
            negate(col("kind_number")).as("rank"),
            col("ended_at"),
            col("answered_at"),
            col("occurred_at"),
            col("wrap_up_seconds"),
            col("channel"),
            col("topic"));
    return events
        .groupBy("provider", "response_id")
        .agg(max(order).as("said"), min("identifier").as("identifier"))
        .select(col("provider"), col("response_id"), col("said.*"), col("identifier"))
        .withColumn("kind", Vocabulary.kindOf(negate(col("rank"))))
        .drop("rank");
  }

  private static Dataset<Row> withDurations(Dataset<Row> responses) {
    Column isAnswered = col("kind").equalTo(ResponseEventType.ANSWERED.word());
    Column isAbandoned = col("kind").equalTo(ResponseEventType.ABANDONED.word());
    Duration wait =
        new Duration(
            "wait_seconds",
            when(isAnswered, Duration.between("occurred_at", "answered_at"))
                .when(isAbandoned, Duration.between("occurred_at", "ended_at")));
    Duration talk =
        new Duration("talk_seconds", when(isAnswered, Duration.between("answered_at", "ended_at")));
    Duration wrapUp = new Duration("wrap_up_seconds", col("wrap_up_seconds"));
    Column handling =
        when(
            isAnswered.and(functions.not(wrapUp.isNegative())),
            talk.orNull().plus(coalesce(col("wrap_up_seconds"), lit(0L))));
    return responses
        .withColumn("handling_seconds", handling)
        .withColumn(
            "negative_durations",
            wait.ifNegative().plus(talk.ifNegative()).plus(wrapUp.ifNegative()))
        .withColumn(wait.name(), wait.orNull())
        .withColumn(talk.name(), talk.orNull())
        .withColumn(wrapUp.name(), wrapUp.orNull());
  }

  /** Who the source says it was. */
  private Column identifier() {
    Column found = lit(null).cast("bigint");
    for (String attribute : vocabulary.personAttributes()) {
      Attribute declared = incident.attributes().get(attribute);
      Column standard =
          Standard.of(declared, StandardAttributes.surroundings(incident))
              .apply(col("person"))
              .cast("string");
      found = when(vocabulary.isOf(attribute), keyOf(attribute, standard)).otherwise(found);
    }
    return found;
  }

  private static Column keyOf(String attribute, Column value) {
    return Keys.scoped(attribute, when(value.isNotNull(), xxhash64(value)));
  }

  /** How many people, and one of them, under each key that a response asks for. */
  private Dataset<Row> named(Dataset<Row> responses, Dataset<Row> people) {
    Dataset<Row> asked = responses.select(col("identifier").as("home")).distinct();
    return people
        .select(col("person_id"), explode(array(keysOfPeople())).as("home"))
        .join(asked, new String[] {"home"}, "left_semi")
        .groupBy("home")
        .agg(count(lit(1)).as("namesakes"), min("person_id").as("namesake"));
  }

  private Column[] keysOfPeople() {
    Column none = lit(null).cast("bigint");
    return Stream.concat(
            Stream.of(none),
            vocabulary.personAttributes().stream()
                .map(name -> keyOf(name, col(People.contact(name)).cast("string"))))
        .toArray(Column[]::new);
  }

  private static Dataset<Row> withPerson(Dataset<Row> responses, Dataset<Row> named) {
    return responses
        .join(named, col("identifier").equalTo(col("home")), "left_outer")
        .withColumn(
            "link",
            when(col("identifier").isNull(), "anonymous")
                .when(col("namesakes").isNull(), "not_found")
                .when(col("namesakes").equalTo(1L), "linked")
                .otherwise("ambiguous"))
        .withColumn("person_id", when(col("link").equalTo("linked"), col("namesake")));
  }

  private static String kinds() {
    return Arrays.stream(ResponseEventType.values())
        .map(type -> "'" + type.word() + "'")
        .collect(Collectors.joining(", "));
  }
}
