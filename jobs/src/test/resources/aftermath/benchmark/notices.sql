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
    opened_at, machine_opened_at, clicked_at, unknown_at, first_event_at, last_event_at
  FROM by_person LEFT JOIN residents ON asked_address = home AND named IS NULL AND has_address
) TO (getvariable('output') || '/silver.notices.parquet') (COMPRESSION snappy);

DROP TABLE messages;
