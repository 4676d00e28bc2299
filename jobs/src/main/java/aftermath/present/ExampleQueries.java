package aftermath.present;

import java.util.Map;
import java.util.Optional;

/**
 * A question that each gold table answers, as the query one would begin with. It is written so that
 * Spark and Trino answer it alike: fractions are cast before they are divided, and lists are cut
 * behind an order without ties.
 */
public final class ExampleQueries {
  private static final Map<String, String> BY_TABLE =
      Map.ofEntries(
          Map.entry(
              "gold.fields",
              """
              SELECT position, field, title, kinds
              FROM gold.fields
              ORDER BY position
              """),
          Map.entry(
              "gold.exposure_cube",
              """
              -- People whose e-mail address was exposed, by kind of link
              SELECT link_state, sum(affected.people) AS people
              FROM gold.exposure_cube AS affected
              JOIN gold.exposure_by_combination AS combination ON combination.exposed_mask = affected.exposed_mask
              WHERE array_position(fields, 'email') > 0
              GROUP BY link_state
              """),
          Map.entry(
              "gold.unread_values",
              """
              -- Attributes whose format may be described wrongly
              SELECT attribute, type, records_read, records_unread, share_unread
              FROM gold.unread_values
              ORDER BY records_unread DESC
              """),
          Map.entry(
              "gold.record_cube",
              """
              -- How many fields a stolen record shows
              SELECT fields, sum(records) AS records
              FROM (
                SELECT exposed_mask, records, count(bit) AS fields
                FROM gold.record_cube
                LEFT JOIN gold.fields ON mod(exposed_mask, 2 * CAST(bit AS DECIMAL(19, 0))) >= bit
                GROUP BY exposed_mask, records
              ) AS masks
              GROUP BY fields
              ORDER BY fields
              """),
          Map.entry(
              "gold.population_cube",
              """
              SELECT is_customer, is_member, sum(people) AS people
              FROM gold.population_cube
              GROUP BY is_customer, is_member
              """),
          Map.entry(
              "gold.email_count",
              """
              SELECT emails
              FROM gold.email_count
              """),
          Map.entry(
              "gold.affected_counts",
              """
              SELECT measure, amount, at_least, at_most, method
              FROM gold.affected_counts
              """),
          Map.entry(
              "gold.exposure_by_field",
              """
              SELECT title, people, records, share
              FROM gold.exposure_by_field
              ORDER BY people DESC
              """),
          Map.entry(
              "gold.exposure_by_segment",
              """
              -- Which part of each segment was hit hardest
              SELECT segment, value, people, base, rate
              FROM gold.exposure_by_segment
              WHERE field = 'any'
              ORDER BY segment, rate DESC
              """),
          Map.entry(
              "gold.exposure_by_combination",
              """
              -- The combinations that most people share
              SELECT fields, people, share
              FROM gold.exposure_by_combination
              ORDER BY people DESC, exposed_mask
              LIMIT 10
              """),
          Map.entry(
              "gold.severity_by_segment",
              """
              SELECT value, severity, people
              FROM gold.severity_by_segment
              WHERE segment = 'age_band'
              ORDER BY value, lowest_score
              """),
          Map.entry(
              "gold.delivery_cube",
              """
              -- Messages per day and state
              SELECT day, channel, state, sum(notices) AS notices
              FROM gold.delivery_cube
              GROUP BY day, channel, state
              ORDER BY day, channel, state
              """),
          Map.entry(
              "gold.reach_cube",
              """
              SELECT reach, sum(people) AS people
              FROM gold.reach_cube
              WHERE must_be_told
              GROUP BY reach
              """),
          Map.entry(
              "gold.delivery_rates",
              """
              SELECT wave, channel, sent, delivery_rate, bounce_rate, complaint_rate
              FROM gold.delivery_rates
              ORDER BY wave, channel
              """),
          Map.entry(
              "gold.delivery_health",
              """
              -- Whether providers mind, as a whole and where it comes from
              SELECT channel, provider, recipient_domain, sent, bounce_rate, bounce_standing, complaint_rate, complaint_standing
              FROM gold.delivery_health
              ORDER BY channel, provider, sent DESC
              """),
          Map.entry(
              "gold.delivery_health_by_hour",
              """
              -- Which domains send most back, and since which hour
              SELECT recipient_domain, min(hour) AS since, sum(soft_bounced) AS for_now, sum(hard_bounced) AS for_good
              FROM gold.delivery_health_by_hour
              WHERE soft_bounced + hard_bounced > 0 AND recipient_domain <> 'all domains'
              GROUP BY recipient_domain
              ORDER BY sum(soft_bounced) + sum(hard_bounced) DESC, recipient_domain
              LIMIT 10
              """),
          Map.entry(
              "gold.reach_by_segment",
              """
              -- Where most people still wait
              SELECT segment, value, people_to_notify, pending, unreachable, reach
              FROM gold.reach_by_segment
              ORDER BY pending + unreachable DESC, segment, value
              LIMIT 10
              """),
          Map.entry(
              "gold.outstanding_notices",
              """
              -- Who is left, and by what they are told next
              SELECT reason, next_step, value, people
              FROM gold.outstanding_notices
              WHERE segment = 'region'
              ORDER BY people DESC
              """),
          Map.entry(
              "gold.reached_by_hour",
              """
              -- How many were left at the end of each day
              SELECT day, min(not_reached) AS not_reached
              FROM gold.reached_by_hour
              GROUP BY day
              ORDER BY day
              """),
          Map.entry(
              "gold.notice_timeliness",
              """
              SELECT deadline, ends_at, share_inside, outside, open, missed
              FROM gold.notice_timeliness
              ORDER BY begins_at, deadline
              """),
          Map.entry(
              "gold.response_daily",
              """
              -- The weeks of the support line: rates of several days come from sums
              SELECT
                CAST(date_trunc('week', day) AS DATE) AS week_from,
                sum(offered) AS offered,
                CAST(sum(answered_within_target) AS DOUBLE) / sum(offered - short_abandoned) AS service_level,
                CAST(sum(abandoned) AS DOUBLE) / sum(offered) AS abandonment_rate
              FROM gold.response_daily
              WHERE offered > 0
              GROUP BY 1
              HAVING sum(offered - short_abandoned) > 0
              ORDER BY 1
              """),
          Map.entry(
              "gold.contact_topics_daily",
              """
              -- What people ask about most
              SELECT topic, sum(answered) AS answered
              FROM gold.contact_topics_daily
              GROUP BY topic
              ORDER BY answered DESC
              """),
          Map.entry(
              "gold.take_up_by_segment",
              """
              -- Who takes up protection, and who does not
              SELECT segment, value, notified, enrolled, enrolment_rate, enrolled_not_notified
              FROM gold.take_up_by_segment
              ORDER BY enrolment_rate
              """),
          Map.entry(
              "gold.field_provenance",
              """
              -- Which files show birth dates
              SELECT file, delivered_column, rows_filled
              FROM gold.field_provenance
              WHERE field = 'birth_date'
              ORDER BY file
              """),
          Map.entry(
              "gold.people_by_certainty",
              """
              -- How much the number of people hangs on how sure one wants to be
              SELECT probability, people
              FROM gold.people_by_certainty
              ORDER BY probability
              """),
          Map.entry(
              "gold.link_quality",
              """
              -- Pairs by their match weight, in bits
              SELECT CAST(item AS INT) AS bits, detail, amount AS pairs
              FROM gold.link_quality
              WHERE subject = 'match weight'
              ORDER BY bits, detail
              """),
          Map.entry(
              "gold.decisions_honoured",
              """
              -- What clerks decided, and what came of it
              SELECT decision, outcome, pairs
              FROM gold.decisions_honoured
              ORDER BY decision, outcome
              """),
          Map.entry(
              "gold.unexpected_data",
              """
              SELECT detector, delivered_column, hits, values_scanned
              FROM gold.unexpected_data
              WHERE is_denied AND hits > 0
              """));

  private ExampleQueries() {}

  public static Optional<String> of(String table) {
    return Optional.ofNullable(BY_TABLE.get(table));
  }
}
