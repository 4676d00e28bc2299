package aftermath.intake;

import static aftermath.pipeline.Table.table;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.pipeline.Table;
import java.util.List;
import java.util.stream.Stream;

/** The tables that delivered rows go into. */
public final class BronzeTables {

  /** Rows of any role that could not be used. */
  public static final Table REJECTED =
      table("bronze.rejected_rows")
          .comment("One row per delivered row that could not be used, and why")
          .columns(
              """
              delivery_id STRING NOT NULL COMMENT 'delivery the row came in, see ops.deliveries',
              role        STRING NOT NULL COMMENT 'bronze table it would have gone into',
              file        STRING NOT NULL COMMENT 'name of the file',
              line        BIGINT NOT NULL COMMENT 'line of the file on which it starts, from 1',
              reason      STRING NOT NULL COMMENT 'why it was set aside',
              text        STRING          COMMENT 'the row as delivered, cut after 2,000 characters'
              """)
          .personal("text");

  /** Events of messages, whatever format they came in. */
  public static final Table NOTICE_EVENTS =
      table("bronze.notice_events")
          .comment("One row per delivered event of a message and recipient")
          .columns(
              """
              delivery_id      STRING    NOT NULL COMMENT 'delivery the event came in, see ops.deliveries',
              line             BIGINT    NOT NULL COMMENT 'line of the file on which it starts, from 1',
              provider         STRING    NOT NULL COMMENT 'who delivers the messages',
              channel          STRING    NOT NULL COMMENT 'channel of the notice policy',
              message_id       STRING    NOT NULL COMMENT 'what the provider calls the message',
              event            STRING    NOT NULL COMMENT 'what happened: sent, delivered, delayed, soft_bounced, hard_bounced, suppressed, rejected, complained, opened, machine_opened, clicked, unsubscribed, noted (moves nothing) or unknown',
              occurred_at      TIMESTAMP NOT NULL COMMENT 'when it happened',
              wave             STRING             COMMENT 'wave of notification the message belongs to',
              recipient        STRING             COMMENT 'address or number as delivered',
              person           STRING             COMMENT 'identifier of the person as delivered',
              person_attribute STRING             COMMENT 'attribute that the identifier is',
              reason           STRING             COMMENT 'why, in the words of the provider',
              delivered_event  STRING    NOT NULL COMMENT 'what happened, in the word of the provider'
              """)
          .personal("recipient", "person");

  /** What people did once they had heard of it, whatever format it came in. */
  public static final Table RESPONSE_EVENTS =
      table("bronze.response_events")
          .comment(
              "One row per delivered event of the support line, an enrolment or a reset, in the words of its source")
          .columns(
              """
              delivery_id     STRING    NOT NULL COMMENT 'delivery the event came in, see ops.deliveries',
              line            BIGINT    NOT NULL COMMENT 'line of the file on which it starts, from 1',
              source          STRING    NOT NULL COMMENT 'source of the incident file that it came from; its vocabulary says what the words mean',
              response_id     STRING             COMMENT 'what the provider calls the event',
              event           STRING             COMMENT 'what happened, as delivered',
              occurred_at     TIMESTAMP NOT NULL COMMENT 'when it happened; of a contact, when it was offered: when the caller began to wait',
              answered_at     TIMESTAMP          COMMENT 'when a clerk answered',
              ended_at        TIMESTAMP          COMMENT 'when the contact ended, or the caller gave up',
              wrap_up_seconds BIGINT             COMMENT 'seconds that the clerk worked on it afterwards, as delivered',
              person          STRING             COMMENT 'identifier of the person as delivered; null: nobody is named',
              channel         STRING             COMMENT 'line or way it came in, as delivered; a number or a name may stand there',
              topic           STRING             COMMENT 'what it was about, as delivered; clerks may have written anything'
              """)
          .personal("response_id", "person", "channel", "topic");

  /** What clerks decided about pairs of records. */
  public static final Table LINK_DECISIONS =
      table("bronze.link_decisions")
          .comment("One row per delivered decision of a clerk about two records")
          .columns(
              """
              delivery_id STRING    NOT NULL COMMENT 'delivery the decision came in, see ops.deliveries',
              line        BIGINT    NOT NULL COMMENT 'line of the file on which it starts, from 1',
              record      STRING    NOT NULL COMMENT 'key of a stolen record, or of a known person: C:… a customer, M:… a member',
              other       STRING    NOT NULL COMMENT 'key of the other one',
              decision    STRING    NOT NULL COMMENT 'same: they are one person; different: they are not; open: an earlier decision is taken back',
              decided_at  TIMESTAMP          COMMENT 'when it was decided; of two decisions about one pair the later stands',
              clerk       STRING             COMMENT 'who decided',
              remark      STRING             COMMENT 'why'
              """)
          .personal("record", "other", "clerk", "remark");

  private BronzeTables() {}

  /** The bronze table of a role. */
  public static Table of(Incident incident, Role role) {
    return switch (role) {
      case NOTICE_EVENTS -> NOTICE_EVENTS;
      case RESPONSE_EVENTS -> RESPONSE_EVENTS;
      case LINK_DECISIONS -> LINK_DECISIONS;
      case IMPACTED_RECORDS, CUSTOMERS, MEMBERS -> ofDelivered(incident, role);
    };
  }

  /** The roles whose files are taken: decisions of clerks only where the incident has any. */
  public static List<Role> taken(Incident incident) {
    boolean hasDecisions = !incident.sources(Role.LINK_DECISIONS).isEmpty();
    return Stream.of(
            Role.IMPACTED_RECORDS,
            Role.CUSTOMERS,
            Role.MEMBERS,
            Role.NOTICE_EVENTS,
            Role.RESPONSE_EVENTS,
            Role.LINK_DECISIONS)
        .filter(role -> role != Role.LINK_DECISIONS || hasDecisions)
        .toList();
  }

  /** All bronze tables of an incident. */
  public static List<Table> all(Incident incident) {
    return Stream.concat(
            taken(incident).stream().map(role -> of(incident, role)), Stream.of(REJECTED))
        .toList();
  }

  private static Table ofDelivered(Incident incident, Role role) {
    Table table =
        table("bronze." + role.tableName())
            .comment("One row per delivered row, as delivered, and where it came from")
            .columns(
                """
                delivery_id STRING NOT NULL COMMENT 'delivery the row came in, see ops.deliveries',
                line        BIGINT NOT NULL COMMENT 'line of the file on which it starts, from 1'
                """)
            .key("delivery_id", "line");
    for (BronzeColumn column : BronzeColumns.of(incident, role)) {
      table =
          table
              .column(
                  column.name(),
                  "STRING",
                  "as delivered under " + String.join(", ", column.spellings()))
              .personal(column.name());
    }
    return table
        .column(
            "undeclared",
            "MAP<STRING, STRING>",
            "columns of the file that the incident file does not declare, by name")
        .personal("undeclared");
  }
}
