-- Every message, where it stands, and whom it speaks to. The events of one message name one person
-- and one recipient in these data, so one aggregation brings them together.
CREATE TEMP TABLE messages AS
WITH times AS (
  SELECT
    provider, message_id,
    min(channel) AS channel,
    coalesce(min(wave), 'unknown') AS wave,
    min(occurred_at) AS first_event_at,
    max(occurred_at) AS last_event_at,
    min(occurred_at) FILTER (event = 'sent') AS sent_at,
    min(occurred_at) FILTER (event = 'delivered') AS delivered_at,
    max(occurred_at) FILTER (event = 'soft_bounced') AS soft_bounced_at,
    min(occurred_at) FILTER (event = 'hard_bounced') AS hard_bounced_at,
    min(occurred_at) FILTER (event = 'suppressed') AS suppressed_at,
    min(occurred_at) FILTER (event = 'rejected') AS rejected_at,
    min(occurred_at) FILTER (event = 'complained') AS complained_at,
    min(occurred_at) FILTER (event = 'opened') AS opened_at,
    min(occurred_at) FILTER (event = 'machine_opened') AS machine_opened_at,
    min(occurred_at) FILTER (event = 'clicked') AS clicked_at,
    max(occurred_at) FILTER (event = 'unknown') AS unknown_at,
    min(person) AS person,
    min(recipient) AS recipient
  FROM stored('bronze.notice_events')
  GROUP BY provider, message_id
),
presumed AS (
  SELECT
    * REPLACE (
      CASE
        WHEN delivered_at IS NULL AND channel = 'post' AND soft_bounced_at IS NULL
          AND hard_bounced_at IS NULL AND suppressed_at IS NULL AND rejected_at IS NULL AND unknown_at IS NULL
          AND sent_at + INTERVAL 10 DAY <= (SELECT max(occurred_at) FROM stored('bronze.notice_events'))
          THEN sent_at + INTERVAL 10 DAY
        ELSE delivered_at
      END AS delivered_at)
  FROM times
)
SELECT
  *,
  CASE
    WHEN complained_at IS NOT NULL THEN 'complained'
    WHEN hard_bounced_at IS NOT NULL THEN 'hard_bounced'
    WHEN delivered_at IS NOT NULL THEN 'delivered'
    WHEN suppressed_at IS NOT NULL THEN 'suppressed'
    WHEN soft_bounced_at IS NOT NULL THEN 'soft_bounced'
    WHEN rejected_at IS NOT NULL THEN 'rejected'
    ELSE 'pending'
  END AS state,
  coalesce(complained_at, hard_bounced_at, delivered_at, suppressed_at, soft_bounced_at, rejected_at, sent_at, first_event_at) AS state_at,
  hash(standard_identifier(person)) AS asked_person,
  person IS NOT NULL AS names_a_person,
  CASE channel WHEN 'email' THEN hash('email', standard_email(recipient)) WHEN 'post' THEN hash('street', standard_text(recipient)) END AS asked_address,
  recipient IS NOT NULL AS has_address
FROM presumed;

COPY (
  WITH named AS (
    SELECT hash(contact_customer_id) AS home, list(person_id ORDER BY person_id) AS people
    FROM stored('silver.people')
    WHERE contact_customer_id IS NOT NULL
    GROUP BY home
  ),
  residents AS (
    SELECT home, list(person_id ORDER BY person_id) AS people
    FROM (
      SELECT hash('email', contact_email) AS home, person_id FROM stored('silver.people') WHERE contact_email IS NOT NULL
      UNION ALL
      SELECT hash('street', contact_street), person_id FROM stored('silver.people') WHERE contact_street IS NOT NULL
    )
    GROUP BY home
  ),
  by_person AS (
    SELECT m.*, named.people AS named
    FROM messages AS m LEFT JOIN named ON asked_person = home AND names_a_person
  )
  SELECT
    provider, message_id, channel, wave,
    coalesce(named, residents.people, []) AS person_ids,
    state, state_at, sent_at, delivered_at, soft_bounced_at, hard_bounced_at, suppressed_at, rejected_at, complained_at,
    opened_at, machine_opened_at, clicked_at, unknown_at, first_event_at, last_event_at,
    nullif(split_part(standard_email(recipient), '@', 2), '') AS domain
  FROM by_person LEFT JOIN residents ON asked_address = home AND named IS NULL AND has_address
) TO (getvariable('output') || '/silver.notices.parquet') (COMPRESSION snappy);

DROP TABLE messages;

-- Everybody over all their messages together. The channels are e-mail, 1, and post, 2.
COPY (
  WITH spoken_to AS (
    SELECT
      unnest(person_ids) AS person_id, state, state_at, sent_at, channel,
      CASE channel WHEN 'email' THEN 1 WHEN 'post' THEN 2 ELSE 0 END AS bit,
      CASE WHEN state IN ('complained', 'delivered') THEN coalesce(delivered_at, state_at) END AS told_at
    FROM stored('silver.notices')
  ),
  messages_of_each AS (
    SELECT
      person_id, count(*) AS messages, min(sent_at) AS first_sent_at, min(told_at) AS reached_at,
      arg_min(channel, (told_at, bit)) FILTER (told_at IS NOT NULL) AS reached_by,
      coalesce(bit_or(bit) FILTER (state IN ('hard_bounced', 'suppressed', 'rejected')), 0) AS failed,
      coalesce(bit_or(bit) FILTER (state NOT IN ('hard_bounced', 'suppressed', 'rejected')), 0) AS open,
      coalesce(bit_or(bit) FILTER (state = 'pending'), 0) AS waiting,
      coalesce(bit_or(bit) FILTER (state = 'soft_bounced'), 0) AS soft,
      max(state_at) FILTER (state = 'pending') AS waiting_since,
      max(state_at) FILTER (state = 'soft_bounced') AS soft_since,
      max(state_at) FILTER (state IN ('hard_bounced', 'suppressed', 'rejected')) AS failed_since
    FROM spoken_to GROUP BY person_id
  ),
  known AS (
    SELECT
      p.*, m.* EXCLUDE (person_id, messages, failed, open, waiting, soft),
      coalesce(messages, 0) AS messages, coalesce(failed, 0) AS failed, coalesce(open, 0) AS open,
      coalesce(waiting, 0) AS waiting, coalesce(soft, 0) AS soft
    FROM stored('silver.people') AS p LEFT JOIN messages_of_each AS m USING (person_id)
  )
  SELECT
    person_id, must_be_told, addressee,
    CASE
      WHEN reached_at IS NOT NULL THEN 'reached'
      WHEN (contact_channels & ~failed) | open = 0 THEN 'unreachable'
      ELSE 'pending'
    END AS reach,
    CASE
      WHEN reached_at IS NOT NULL THEN 'reached'
      WHEN waiting <> 0 THEN 'on_its_way'
      WHEN soft <> 0 THEN 'came_back_for_now'
      WHEN messages > 0 THEN 'failed'
      WHEN contact_channels <> 0 THEN 'not_written_to'
      ELSE 'no_address'
    END AS reason,
    CASE
      WHEN reached_at IS NOT NULL THEN NULL
      WHEN waiting <> 0 THEN 'wait'
      WHEN contact_channels & ~failed & ~soft & 1 <> 0 THEN 'email'
      WHEN contact_channels & ~failed & ~soft & 2 <> 0 THEN 'post'
      WHEN (contact_channels & ~failed | soft) & 1 <> 0 THEN 'email'
      WHEN (contact_channels & ~failed | soft) & 2 <> 0 THEN 'post'
      ELSE 'publication'
    END AS next_step,
    coalesce(
      reached_at,
      CASE WHEN waiting <> 0 THEN waiting_since WHEN soft <> 0 THEN soft_since END,
      failed_since,
      TIMESTAMP '2025-06-30 04:00:00') AS since,
    messages, first_sent_at, reached_at, reached_by, contact_channels, region, age_band, tier, relation, deceased
  FROM known
) TO (getvariable('output') || '/silver.told_people.parquet') (COMPRESSION snappy);

COPY (
  SELECT person_id, addressee, reason, next_step, since, messages
  FROM stored('silver.told_people')
  WHERE must_be_told AND reach <> 'reached'
) TO (getvariable('output') || '/silver.outstanding_people.parquet') (COMPRESSION snappy);

-- Domains are names here: DuckDB compresses strings that repeat, and needs no numbers for them.
COPY (
  SELECT
    channel, provider, coalesce(domain, '') AS domain, date_trunc('hour', coalesce(sent_at, first_event_at)) AS hour,
    count(*) FILTER (state <> 'rejected') AS sent,
    count(*) FILTER (state IN ('delivered', 'complained')) AS delivered,
    count(*) FILTER (state = 'hard_bounced') AS hard_bounced,
    count(*) FILTER (state = 'soft_bounced') AS soft_bounced,
    count(*) FILTER (state = 'suppressed') AS suppressed,
    count(*) FILTER (state = 'rejected') AS rejected,
    count(*) FILTER (state = 'complained') AS complained,
    count(*) FILTER (state = 'pending') AS pending
  FROM stored('silver.notices')
  GROUP BY ALL
) TO (getvariable('output') || '/silver.delivery_by_domain.parquet') (COMPRESSION snappy);

-- Responses that are delivered twice say the same in these data.
CREATE MACRO whole_seconds(begins, ends) AS (epoch_us(ends) - epoch_us(begins)) // 1000000;

COPY (
  WITH meant AS (
    SELECT
      *,
      CASE source WHEN 'support-line' THEN 'contact-centre' ELSE 'protection-service' END AS provider,
      CASE WHEN lower(trim(event)) IN ('answered', 'abandoned', 'enrolled', 'password_reset', 'mfa_reset') THEN lower(trim(event)) ELSE 'unknown' END
        AS kind,
      CASE lower(trim(topic))
        WHEN 'am i affected' THEN 'am-i-affected'
        WHEN 'what was taken' THEN 'what-was-taken'
        WHEN 'identity protection' THEN 'identity-protection'
        WHEN 'suspicious message' THEN 'suspicious-message'
        WHEN 'password or pin' THEN 'password'
        WHEN 'compensation' THEN 'compensation'
        WHEN 'other' THEN 'other'
        ELSE CASE WHEN topic IS NULL THEN 'none' ELSE 'unknown' END
      END AS named_topic
    FROM stored('bronze.response_events')
  ),
  once AS (
    SELECT
      provider, response_id,
      min(coalesce(channel, 'web')) AS channel, min(kind) AS kind, min(named_topic) AS topic,
      min(occurred_at) AS occurred_at, min(answered_at) AS answered_at, min(ended_at) AS ended_at,
      min(wrap_up_seconds) AS wrap_up_seconds, min(standard_identifier(person)) AS asked
    FROM meant
    GROUP BY provider, response_id
  ),
  named AS (
    SELECT contact_customer_id AS home, count(*) AS namesakes, min(person_id) AS namesake
    FROM stored('silver.people')
    WHERE contact_customer_id IN (SELECT asked FROM once)
    GROUP BY home
  )
  SELECT
    provider, response_id, channel, kind, topic,
    CAST(occurred_at AT TIME ZONE 'UTC' AT TIME ZONE 'Australia/Sydney' AS DATE) AS day,
    occurred_at, answered_at, ended_at,
    CASE kind WHEN 'answered' THEN whole_seconds(occurred_at, answered_at) WHEN 'abandoned' THEN whole_seconds(occurred_at, ended_at) END
      AS wait_seconds,
    CASE kind WHEN 'answered' THEN whole_seconds(answered_at, ended_at) END AS talk_seconds,
    wrap_up_seconds,
    CASE kind WHEN 'answered' THEN whole_seconds(answered_at, ended_at) + coalesce(wrap_up_seconds, 0) END AS handling_seconds,
    CASE WHEN asked IS NULL THEN 'anonymous' WHEN namesakes IS NULL THEN 'not_found' WHEN namesakes = 1 THEN 'linked' ELSE 'ambiguous' END
      AS link,
    CASE WHEN namesakes = 1 THEN namesake END AS person_id
  FROM once LEFT JOIN named ON asked = home
) TO (getvariable('output') || '/silver.responses.parquet') (COMPRESSION snappy);
