package aftermath.response;

import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Query;
import aftermath.pipeline.Table;

/** How the support line coped, and what people took up, day by day. */
public final class ResponseDaily {

  public static final Table TABLE =
      Table.table("gold.response_daily")
          .comment(
              "One row per day and channel, from the first day with a response to the last, days without any included: contacts, waiting and handling times, service level, enrolments and resets. Rates and averages of several days come from the sums, not from the averages")
          .columns(
              """
              day             DATE   NOT NULL COMMENT 'day in the time zone of the incident; a contact is of the day it was offered. Gaps of more than a year are not filled: a day so far off is a slip',
              channel         STRING NOT NULL COMMENT 'line or way the responses came in',
              offered         BIGINT NOT NULL COMMENT 'contacts offered: answered + abandoned',
              answered        BIGINT NOT NULL COMMENT 'contacts that a clerk answered',
              abandoned       BIGINT NOT NULL COMMENT 'contacts given up before a clerk answered, short ones included',
              short_abandoned BIGINT NOT NULL COMMENT 'of the abandoned: given up after waiting at most short_abandon_seconds (5 unless the incident file says otherwise); who waited for an unknown time is not among them',
              answered_within_target BIGINT NOT NULL COMMENT 'of the answered: waited at most answered_within_seconds (20 unless the incident file says otherwise); whose wait is not known is not among them',
              service_level   DOUBLE          COMMENT 'answered_within_target / (offered - short_abandoned); null: nothing was offered but short abandons',
              abandonment_rate DOUBLE         COMMENT 'abandoned / offered; short abandons are in both',
              average_speed_of_answer DOUBLE  COMMENT 'seconds from offered to answered, averaged over answered contacts whose wait is known: waiting_seconds / (answered - waits_unknown)',
              wait_90_seconds BIGINT          COMMENT 'the shortest time within which at least 90 % of the answered contacts whose wait is known were answered, in seconds',
              average_handling_time DOUBLE    COMMENT 'seconds of talk + hold + wrap-up, averaged over answered contacts of which it is known: handling_seconds / (answered - handling_unknown)',
              waiting_seconds BIGINT NOT NULL COMMENT 'sum of the known waits of answered contacts',
              waits_unknown   BIGINT NOT NULL COMMENT 'answered contacts whose wait is not known: a time is missing, or earlier than it can be',
              handling_seconds BIGINT NOT NULL COMMENT 'sum of the known handling times of answered contacts',
              handling_unknown BIGINT NOT NULL COMMENT 'answered contacts whose handling time is not known',
              negative_durations BIGINT NOT NULL COMMENT 'waits, talks and wrap-ups that were negative as delivered and count as not known',
              enrolments      BIGINT NOT NULL COMMENT 'enrolments in identity protection; one person may enrol twice',
              password_resets BIGINT NOT NULL COMMENT 'passwords set anew',
              mfa_resets      BIGINT NOT NULL COMMENT 'second factors of signing in set anew',
              noted           BIGINT NOT NULL COMMENT 'events that are nobody''s response, such as test calls; they are in no other count',
              unknown         BIGINT NOT NULL COMMENT 'events in a word that the incident file does not know; they may be contacts and are in no other count'
              """)
          .key("day", "channel")
          .check("offered_is_answered_or_abandoned", "offered = answered + abandoned")
          .check("short_abandons_are_abandoned", "short_abandoned <= abandoned")
          .check("within_target_is_answered", "answered_within_target <= answered");

  private ResponseDaily() {}

  public static Model model(Incident incident) {
    return Model.model(TABLE)
        .from(Responses.TABLE)
        .as(
            Query.in(ResponseDaily.class, "response_daily.sql")
                .with("answered_within", incident.responses().answeredWithinSeconds())
                .with("short_abandon", incident.responses().shortAbandonSeconds()));
  }
}
