-- The cubes, in one pass over people and one over notices each, and the reports over them.
CREATE TEMP TABLE fields (field VARCHAR, position INTEGER, bit BIGINT, title VARCHAR, kind VARCHAR, dpc INTEGER, ei DOUBLE);
INSERT INTO fields VALUES
  ('name', 0, 1, 'Name', 'Contact information', 1, 0.5),
  ('email', 1, 2, 'E-mail address', 'Contact information', 1, 1),
  ('member_number', 2, 4, 'Frequent flyer number', 'Identity information', 1, 0.75),
  ('tier', 3, 8, 'Membership tier', 'Other sensitive information', 1, 0.25),
  ('points_balance', 4, 16, 'Points balance', 'Financial details', 1, 0.25),
  ('status_credits', 5, 32, 'Status credits', 'Other sensitive information', 1, 0.25),
  ('address', 6, 64, 'Address', 'Contact information', 1, 1),
  ('birth_date', 7, 128, 'Date of birth', 'Identity information', 1, 0.75),
  ('phone', 8, 256, 'Phone number', 'Contact information', 1, 1),
  ('gender', 9, 512, 'Gender', 'Other sensitive information', 1, 0.25),
  ('meal', 10, 1024, 'Meal preference', 'Other sensitive information', 2, 0.25);

COPY fields TO (getvariable('output') || '/gold.fields.parquet') (COMPRESSION snappy);

COPY (
  SELECT
    exposed_mask, link_state, is_customer, is_member, region, age_band, tier, relation, deceased,
    count(*) AS people, sum(records)::BIGINT AS records,
    max(records)::BIGINT AS most_records, coalesce(max(records, 2)[2], 0)::BIGINT AS second_most_records
  FROM stored('silver.people')
  GROUP BY ALL
) TO (getvariable('output') || '/gold.exposure_cube.parquet') (COMPRESSION snappy);

COPY (
  SELECT exposed_mask, count(*) AS records FROM stored('silver.impacted_records') GROUP BY exposed_mask
) TO (getvariable('output') || '/gold.record_cube.parquet') (COMPRESSION snappy);

COPY (
  SELECT
    is_customer, is_member,
    region_of(country, state) AS region,
    age_band_of(years_since(birth_date)) AS age_band,
    tier_of(is_member, tier) AS tier,
    relation_of(is_customer, is_member) AS relation,
    CASE WHEN deceased THEN 'yes' ELSE 'no' END AS deceased,
    count(*) AS people
  FROM stored('silver.known_people')
  GROUP BY ALL
) TO (getvariable('output') || '/gold.population_cube.parquet') (COMPRESSION snappy);

COPY (
  SELECT count(DISTINCT email) AS emails FROM stored('silver.impacted_records') WHERE email IS NOT NULL
) TO (getvariable('output') || '/gold.email_count.parquet') (COMPRESSION snappy);

COPY (
  WITH counted AS (
    SELECT
      sum(records)::BIGINT AS records,
      sum(people)::BIGINT AS people,
      coalesce(sum(people) FILTER (is_customer)::BIGINT, 0) AS customers,
      coalesce(sum(people) FILTER (is_member)::BIGINT, 0) AS members,
      coalesce(sum(people) FILTER (link_state = 'unlinked')::BIGINT, 0) AS unknown_people,
      coalesce(sum(people) FILTER (link_state = 'ambiguous')::BIGINT, 0) AS ambiguous_people,
      coalesce(sum(records) FILTER (link_state = 'ambiguous')::BIGINT, 0) AS ambiguous_records
    FROM stored('gold.exposure_cube')
  )
  SELECT 'records' AS measure, records AS amount, records AS at_least, records AS at_most FROM counted
  UNION ALL
  SELECT 'distinct_emails', emails, emails, emails FROM stored('gold.email_count')
  UNION ALL
  SELECT 'people', people, people - ambiguous_people, people - ambiguous_people + ambiguous_records FROM counted
  UNION ALL
  SELECT 'linked_customers', customers, customers, customers + ambiguous_people FROM counted
  UNION ALL
  SELECT 'linked_members', members, members, members + ambiguous_people FROM counted
  UNION ALL
  SELECT 'unlinked', unknown_people, unknown_people, unknown_people + ambiguous_people FROM counted
  UNION ALL
  SELECT 'ambiguous', ambiguous_people, 0, ambiguous_records FROM counted
) TO (getvariable('output') || '/gold.affected_counts.parquet') (COMPRESSION snappy);

COPY (
  WITH affected AS (
    SELECT sum(people)::BIGINT AS everybody FROM stored('gold.exposure_cube')
  ),
  people_by_field AS (
    SELECT field, sum(people)::BIGINT AS people
    FROM fields JOIN stored('gold.exposure_cube') ON exposed_mask & bit <> 0 GROUP BY field
  ),
  records_by_field AS (
    SELECT field, sum(records)::BIGINT AS records
    FROM fields JOIN stored('gold.record_cube') ON exposed_mask & bit <> 0 GROUP BY field
  )
  SELECT
    field, title, kind,
    coalesce(people, 0) AS people, coalesce(records, 0) AS records, coalesce(people / everybody, 0) AS share
  FROM fields
  LEFT JOIN people_by_field USING (field)
  LEFT JOIN records_by_field USING (field)
  CROSS JOIN affected
) TO (getvariable('output') || '/gold.exposure_by_field.parquet') (COMPRESSION snappy);

CREATE MACRO by_segment(cube) AS TABLE
  UNPIVOT (FROM stored(cube)) ON region, age_band, tier, relation, deceased INTO NAME segment VALUE value;

COPY (
  WITH affected AS (
    SELECT segment, value, exposed_mask, sum(people)::BIGINT AS people, coalesce(sum(people) FILTER (link_state = 'known')::BIGINT, 0) AS known_people
    FROM by_segment('gold.exposure_cube') GROUP BY ALL
  ),
  base AS (
    SELECT segment, value, sum(people)::BIGINT AS base FROM by_segment('gold.population_cube') GROUP BY ALL
  ),
  bits AS (
    SELECT field, bit FROM fields UNION ALL SELECT 'any', -1
  ),
  counted AS (
    SELECT segment, value, field, sum(people)::BIGINT AS people, sum(known_people)::BIGINT AS known_people
    FROM affected JOIN bits ON bit = -1 OR exposed_mask & bit <> 0
    GROUP BY ALL
  ),
  parts AS (
    SELECT segment, value FROM affected UNION SELECT segment, value FROM base
  )
  SELECT
    segment, value, field,
    coalesce(people, 0) AS people, coalesce(base, 0) AS base, coalesce(known_people, 0) / nullif(base, 0) AS rate
  FROM parts CROSS JOIN bits
  LEFT JOIN counted USING (segment, value, field)
  LEFT JOIN base USING (segment, value)
) TO (getvariable('output') || '/gold.exposure_by_segment.parquet') (COMPRESSION snappy);

COPY (
  WITH combinations AS (
    SELECT exposed_mask, sum(people)::BIGINT AS people FROM stored('gold.exposure_cube') GROUP BY exposed_mask
  ),
  named AS (
    SELECT exposed_mask, list(field ORDER BY position) AS fields
    FROM combinations JOIN fields ON exposed_mask & bit <> 0 GROUP BY exposed_mask
  )
  SELECT
    exposed_mask, coalesce(fields, []) AS fields, bit_count(exposed_mask)::INTEGER AS field_count, people,
    people / sum(people) OVER () AS share
  FROM combinations LEFT JOIN named USING (exposed_mask)
) TO (getvariable('output') || '/gold.exposure_by_combination.parquet') (COMPRESSION snappy);

COPY (
  WITH scores AS (
    SELECT exposed_mask, coalesce(max(dpc), 0) * coalesce(max(ei), 0) + 1.0 AS score
    FROM (SELECT DISTINCT exposed_mask FROM stored('gold.exposure_cube')) LEFT JOIN fields ON exposed_mask & bit <> 0
    GROUP BY exposed_mask
  )
  SELECT
    segment, value,
    CASE WHEN score < 2 THEN 'low' WHEN score < 3 THEN 'medium' WHEN score < 4 THEN 'high' ELSE 'very high' END AS severity,
    sum(people)::BIGINT AS people, min(score) AS lowest_score, max(score) AS highest_score
  FROM by_segment('gold.exposure_cube') JOIN scores USING (exposed_mask)
  GROUP BY ALL
) TO (getvariable('output') || '/gold.severity_by_segment.parquet') (COMPRESSION snappy);

COPY (
  WITH spoken_to AS (
    SELECT
      wave, channel, provider, state, opened_at, machine_opened_at, clicked_at,
      CAST(state_at AT TIME ZONE 'UTC' AT TIME ZONE 'Australia/Sydney' AS DATE) AS day,
      unnest(CASE WHEN len(person_ids) = 0 THEN [NULL] ELSE person_ids END) AS person_id,
      unnest(CASE WHEN len(person_ids) = 0 THEN [1] ELSE range(1, len(person_ids) + 1) END) = 1 AS is_first
    FROM stored('silver.notices')
  ),
  segments AS (
    SELECT person_id, region, age_band, tier, relation, deceased FROM stored('silver.people')
  )
  SELECT
    wave, channel, provider, state, day,
    coalesce(region, 'unknown') AS region, coalesce(age_band, 'unknown') AS age_band, coalesce(tier, 'unknown') AS tier,
    coalesce(relation, 'unknown') AS relation, coalesce(deceased, 'unknown') AS deceased,
    count(*) FILTER (is_first) AS notices,
    count(person_id) AS people,
    count(*) FILTER (is_first AND opened_at IS NOT NULL) AS opened,
    count(*) FILTER (is_first AND machine_opened_at IS NOT NULL AND opened_at IS NULL) AS machine_opened,
    count(*) FILTER (is_first AND clicked_at IS NOT NULL) AS clicked
  FROM spoken_to LEFT JOIN segments USING (person_id)
  GROUP BY ALL
) TO (getvariable('output') || '/gold.delivery_cube.parquet') (COMPRESSION snappy);

COPY (
  SELECT must_be_told, addressee, reach, reason, coalesce(next_step, 'none') AS next_step, region, age_band, tier, relation, deceased, count(*) AS people
  FROM stored('silver.told_people')
  GROUP BY ALL
) TO (getvariable('output') || '/gold.reach_cube.parquet') (COMPRESSION snappy);

COPY (
  WITH counted AS (
    SELECT
      wave, channel, provider,
      coalesce(sum(notices) FILTER (state <> 'rejected')::BIGINT, 0) AS sent,
      coalesce(sum(notices) FILTER (state IN ('delivered', 'complained'))::BIGINT, 0) AS delivered,
      coalesce(sum(notices) FILTER (state = 'hard_bounced')::BIGINT, 0) AS hard_bounced,
      coalesce(sum(notices) FILTER (state = 'soft_bounced')::BIGINT, 0) AS soft_bounced,
      coalesce(sum(notices) FILTER (state = 'suppressed')::BIGINT, 0) AS suppressed,
      coalesce(sum(notices) FILTER (state = 'rejected')::BIGINT, 0) AS rejected,
      coalesce(sum(notices) FILTER (state = 'complained')::BIGINT, 0) AS complained,
      sum(opened)::BIGINT AS opened,
      sum(machine_opened)::BIGINT AS machine_opened,
      sum(clicked)::BIGINT AS clicked,
      coalesce(sum(notices) FILTER (state = 'pending')::BIGINT, 0) AS pending
    FROM stored('gold.delivery_cube')
    GROUP BY ALL
  )
  SELECT
    *,
    delivered / nullif(sent, 0) AS delivery_rate,
    hard_bounced / nullif(sent, 0) AS bounce_rate,
    complained / nullif(delivered, 0) AS complaint_rate,
    opened / nullif(delivered, 0) AS open_rate,
    clicked / nullif(delivered, 0) AS click_rate
  FROM counted
) TO (getvariable('output') || '/gold.delivery_rates.parquet') (COMPRESSION snappy);

COPY (
  WITH counted AS (
    SELECT
      segment, value, sum(people)::BIGINT AS people_to_notify,
      coalesce(sum(people) FILTER (reach = 'reached')::BIGINT, 0) AS reached,
      coalesce(sum(people) FILTER (reach = 'unreachable')::BIGINT, 0) AS unreachable,
      coalesce(sum(people) FILTER (reach = 'pending')::BIGINT, 0) AS pending
    FROM by_segment('gold.reach_cube')
    WHERE must_be_told
    GROUP BY ALL
  )
  SELECT *, reached / nullif(people_to_notify, 0) AS reach FROM counted
) TO (getvariable('output') || '/gold.reach_by_segment.parquet') (COMPRESSION snappy);

COPY (
  SELECT addressee, reason, next_step, segment, value, sum(people)::BIGINT AS people
  FROM by_segment('gold.reach_cube')
  WHERE must_be_told AND reach <> 'reached'
  GROUP BY ALL
) TO (getvariable('output') || '/gold.outstanding_notices.parquet') (COMPRESSION snappy);

COPY (
  WITH told AS (
    SELECT first_sent_at, reached_at FROM stored('silver.told_people') WHERE must_be_told
  ),
  hours AS (
    SELECT hour, sum(written_to)::BIGINT AS written_to, sum(reached)::BIGINT AS reached
    FROM (
      SELECT date_trunc('hour', first_sent_at) AS hour, 1 AS written_to, 0 AS reached FROM told WHERE first_sent_at IS NOT NULL
      UNION ALL
      SELECT date_trunc('hour', reached_at), 0, 1 FROM told WHERE reached_at IS NOT NULL
    )
    GROUP BY hour
  ),
  so_far AS (
    SELECT *, sum(reached) OVER (ORDER BY hour ROWS UNBOUNDED PRECEDING)::BIGINT AS reached_so_far FROM hours
  )
  SELECT
    hour, CAST(hour AT TIME ZONE 'UTC' AT TIME ZONE 'Australia/Sydney' AS DATE) AS day,
    written_to, reached, reached_so_far, (SELECT count(*) FROM told) - reached_so_far AS not_reached
  FROM so_far
) TO (getvariable('output') || '/gold.reached_by_hour.parquet') (COMPRESSION snappy);

COPY (
  WITH deadlines(deadline, begins_at, ends_at) AS (
    VALUES
      ('none', TIMESTAMP '2025-06-30 04:00:00', NULL::TIMESTAMP),
      ('GDPR Art. 33 to the authority', TIMESTAMP '2025-06-30 04:00:00', TIMESTAMP '2025-07-03 04:00:00'),
      ('NDB assessment', TIMESTAMP '2025-06-30 04:00:00', TIMESTAMP '2025-07-30 04:00:00')
  ),
  newest AS (
    SELECT max(last_event_at) AS as_of FROM stored('silver.notices')
  ),
  told AS (
    SELECT first_sent_at, reached_at, reach FROM stored('silver.told_people') WHERE must_be_told
  )
  SELECT
    deadline, begins_at, ends_at, as_of,
    count(*) AS people_to_notify,
    count(*) FILTER (reached_at IS NOT NULL AND (ends_at IS NULL OR reached_at <= ends_at)) AS inside,
    count(*) FILTER (reached_at > ends_at) AS outside,
    count(*) FILTER (reached_at IS NULL AND NOT coalesce(as_of > ends_at, false)) AS open,
    count(*) FILTER (reached_at IS NULL AND coalesce(as_of > ends_at, false)) AS missed,
    count(*) FILTER (reached_at > as_of - INTERVAL 7 DAY) AS reached_in_last_7_days,
    min(first_sent_at) AS first_sent, min(reached_at) AS first_reached
  FROM deadlines, newest, told
  GROUP BY ALL
) TO (getvariable('output') || '/gold.notice_timeliness.parquet') (COMPRESSION snappy);

-- The lines that the incident file leaves to what is usual; the only channel of mail is email.
CREATE MACRO standing(channel, part, whole, review, pause) AS
  CASE
    WHEN channel <> 'email' THEN NULL
    WHEN whole < 50 OR part = 1 AND part / whole >= review THEN 'too_few'
    WHEN part / whole >= pause THEN 'pause'
    WHEN part / whole >= review THEN 'review'
    ELSE 'ok'
  END;

CREATE MACRO with_standings(counts) AS TABLE
  SELECT
    *,
    hard_bounced / nullif(sent, 0) AS bounce_rate,
    complained / nullif(delivered, 0) AS complaint_rate,
    standing(channel, hard_bounced, sent, 0.05, 0.1) AS bounce_standing,
    standing(channel, complained, delivered, 0.001, 0.005) AS complaint_standing
  FROM query_table(counts);

-- Everything together is the second of two sets by which the same rows are grouped.
CREATE TEMP TABLE by_recipient AS
WITH domains AS (
  SELECT channel, domain, sum(sent) AS messages, sum(sum(sent)) OVER (PARTITION BY channel) AS in_channel
  FROM stored('silver.delivery_by_domain')
  GROUP BY channel, domain
),
named AS (
  SELECT
    channel, domain,
    CASE
      WHEN domain = '' THEN 'none'
      WHEN messages >= 100 AND (messages >= 1000 OR 100 * messages >= in_channel) THEN domain
      ELSE 'other domains'
    END AS recipient
  FROM domains
)
SELECT
  channel, provider, CASE WHEN grouping(recipient) = 1 THEN 'all domains' ELSE recipient END AS recipient_domain, hour,
  sum(sent)::BIGINT AS sent, sum(delivered)::BIGINT AS delivered, sum(hard_bounced)::BIGINT AS hard_bounced,
  sum(soft_bounced)::BIGINT AS soft_bounced, sum(suppressed)::BIGINT AS suppressed, sum(rejected)::BIGINT AS rejected,
  sum(complained)::BIGINT AS complained, sum(pending)::BIGINT AS pending
FROM stored('silver.delivery_by_domain') JOIN named USING (channel, domain)
GROUP BY GROUPING SETS ((channel, provider, hour, recipient), (channel, provider, hour));

CREATE TEMP TABLE by_recipient_of_all_hours AS
SELECT
  channel, provider, recipient_domain,
  sum(sent)::BIGINT AS sent, sum(delivered)::BIGINT AS delivered, sum(hard_bounced)::BIGINT AS hard_bounced,
  sum(soft_bounced)::BIGINT AS soft_bounced, sum(suppressed)::BIGINT AS suppressed, sum(rejected)::BIGINT AS rejected,
  sum(complained)::BIGINT AS complained, sum(pending)::BIGINT AS pending
FROM by_recipient
GROUP BY ALL;

COPY (
  SELECT *, CAST(hour AT TIME ZONE 'UTC' AT TIME ZONE 'Australia/Sydney' AS DATE) AS day
  FROM with_standings('by_recipient')
) TO (getvariable('output') || '/gold.delivery_health_by_hour.parquet') (COMPRESSION snappy);

COPY (
  FROM with_standings('by_recipient_of_all_hours')
) TO (getvariable('output') || '/gold.delivery_health.parquet') (COMPRESSION snappy);

DROP TABLE by_recipient;
DROP TABLE by_recipient_of_all_hours;

COPY (
  WITH calendar AS (
    SELECT unnest(generate_series(min(day), max(day), INTERVAL 1 DAY))::DATE AS day FROM stored('silver.responses')
  ),
  channels AS (
    SELECT DISTINCT channel FROM stored('silver.responses')
  ),
  counted AS (
    SELECT
      day, channel,
      count(*) FILTER (kind = 'answered') AS answered,
      count(*) FILTER (kind = 'abandoned') AS abandoned,
      count(*) FILTER (kind = 'abandoned' AND wait_seconds <= 5) AS short_abandoned,
      count(*) FILTER (kind = 'answered' AND wait_seconds <= 20) AS answered_within_target,
      sum(wait_seconds) FILTER (kind = 'answered')::BIGINT AS waiting_seconds,
      avg(wait_seconds) FILTER (kind = 'answered') AS average_speed_of_answer,
      quantile_disc(wait_seconds, 0.9) FILTER (kind = 'answered') AS wait_90_seconds,
      sum(handling_seconds) FILTER (kind = 'answered')::BIGINT AS handling_seconds,
      avg(handling_seconds) FILTER (kind = 'answered') AS average_handling_time,
      count(*) FILTER (kind = 'enrolled') AS enrolments,
      count(*) FILTER (kind = 'password_reset') AS password_resets,
      count(*) FILTER (kind = 'mfa_reset') AS mfa_resets,
      count(*) FILTER (kind = 'unknown') AS unknown
    FROM stored('silver.responses')
    GROUP BY ALL
  )
  SELECT
    day, channel,
    coalesce(answered + abandoned, 0) AS offered, coalesce(answered, 0) AS answered, coalesce(abandoned, 0) AS abandoned,
    coalesce(short_abandoned, 0) AS short_abandoned, coalesce(answered_within_target, 0) AS answered_within_target,
    answered_within_target / nullif(answered + abandoned - short_abandoned, 0) AS service_level,
    abandoned / nullif(answered + abandoned, 0) AS abandonment_rate,
    average_speed_of_answer, wait_90_seconds, average_handling_time,
    coalesce(waiting_seconds, 0) AS waiting_seconds, coalesce(handling_seconds, 0) AS handling_seconds,
    coalesce(enrolments, 0) AS enrolments, coalesce(password_resets, 0) AS password_resets, coalesce(mfa_resets, 0) AS mfa_resets,
    coalesce(unknown, 0) AS unknown
  FROM calendar CROSS JOIN channels LEFT JOIN counted USING (day, channel)
) TO (getvariable('output') || '/gold.response_daily.parquet') (COMPRESSION snappy);

COPY (
  WITH contacts AS (
    SELECT day, topic, kind FROM stored('silver.responses') WHERE kind IN ('answered', 'abandoned')
  ),
  calendar AS (
    SELECT unnest(generate_series(min(day), max(day), INTERVAL 1 DAY))::DATE AS day FROM contacts
  ),
  topics AS (
    SELECT DISTINCT topic FROM contacts
  ),
  counted AS (
    SELECT day, topic, count(*) FILTER (kind = 'answered') AS answered, count(*) FILTER (kind = 'abandoned') AS abandoned
    FROM calendar CROSS JOIN topics LEFT JOIN contacts USING (day, topic)
    GROUP BY ALL
  )
  SELECT
    day, topic, answered + abandoned AS offered, answered, abandoned,
    answered / nullif(sum(answered) OVER (PARTITION BY day), 0) AS share
  FROM counted
) TO (getvariable('output') || '/gold.contact_topics_daily.parquet') (COMPRESSION snappy);

COPY (
  WITH doers AS (
    SELECT
      person_id, bool_or(kind IN ('answered', 'abandoned')) AS called, bool_or(kind = 'enrolled') AS enrolled,
      bool_or(kind = 'password_reset') AS reset_password, bool_or(kind = 'mfa_reset') AS reset_mfa
    FROM stored('silver.responses')
    WHERE link = 'linked'
    GROUP BY person_id
  ),
  people AS (
    SELECT reach = 'reached' AS is_reached, called, enrolled, reset_password, reset_mfa, region, age_band, tier, relation, deceased
    FROM stored('silver.told_people') LEFT JOIN doers USING (person_id)
  ),
  counted AS (
    SELECT
      segment, value,
      count(*) FILTER (is_reached) AS notified,
      count(*) FILTER (is_reached AND called) AS called,
      count(*) FILTER (is_reached AND enrolled) AS enrolled,
      count(*) FILTER (is_reached AND reset_password) AS reset_password,
      count(*) FILTER (is_reached AND reset_mfa) AS reset_mfa,
      count(*) FILTER (NOT is_reached AND called) AS called_not_notified,
      count(*) FILTER (NOT is_reached AND enrolled) AS enrolled_not_notified,
      count(*) FILTER (NOT is_reached AND reset_password) AS reset_password_not_notified,
      count(*) FILTER (NOT is_reached AND reset_mfa) AS reset_mfa_not_notified
    FROM (UNPIVOT people ON region, age_band, tier, relation, deceased INTO NAME segment VALUE value)
    GROUP BY ALL
  )
  SELECT
    *, called / nullif(notified, 0) AS call_rate, enrolled / nullif(notified, 0) AS enrolment_rate,
    reset_password / nullif(notified, 0) AS password_reset_rate, reset_mfa / nullif(notified, 0) AS mfa_reset_rate
  FROM counted
) TO (getvariable('output') || '/gold.take_up_by_segment.parquet') (COMPRESSION snappy);
