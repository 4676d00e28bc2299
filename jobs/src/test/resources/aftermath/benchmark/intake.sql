-- Files as delivered -> bronze. A delivery is known by its content, so every file is hashed as well.
-- Data of an earlier generator have no responses.
SET VARIABLE files = (
  SELECT list(file)
  FROM (
    FROM glob(getvariable('input') || '/impacted/*.csv')
    UNION ALL FROM glob(getvariable('input') || '/customers/*.csv')
    UNION ALL FROM glob(getvariable('input') || '/members/*.csv')
    UNION ALL FROM glob(getvariable('input') || '/notices/letters/*.csv')
    UNION ALL FROM glob(getvariable('input') || '/notices/ses/*.json')
    UNION ALL FROM glob(getvariable('input') || '/responses/support-line/*.csv')
    UNION ALL FROM glob(getvariable('input') || '/responses/protection/*.ndjson')));

CREATE TEMP TABLE deliveries AS
SELECT parse_path(filename)[-2] AS folder, filename AS file, size AS bytes, sha256(content) AS delivery_id
FROM read_blob(getvariable('files'));

COPY deliveries TO (getvariable('output') || '/ops.deliveries.parquet') (COMPRESSION snappy);

-- Headers differ between files, and rejected rows cannot be kept when files are united by name in one
-- scan; nor do the readers number the rows of a file. So every file has a scan of its own, in order.
SET preserve_insertion_order = true;

CREATE MACRO scans(folder, reader, options) AS (
  SELECT string_agg(
    format('SELECT *, row_number() OVER () AS row FROM {}(''{}'', filename = true, ignore_errors = true, {})', reader, file, options),
    ' UNION ALL BY NAME ')
  FROM glob(getvariable('input') || '/' || folder || '/*'));

CREATE MACRO csv(delimiter) AS
  format('delim = ''{}'', quote = ''"'', escape = ''"'', header = true, all_varchar = true, store_rejects = true', delimiter);

SET VARIABLE impacted = scans('impacted', 'read_csv', csv(','));
SET VARIABLE customers = scans('customers', 'read_csv', csv(','));
SET VARIABLE members = scans('members', 'read_csv', csv(';'));
SET VARIABLE ses = scans('notices/ses', 'read_ndjson', 'columns = {
  eventType: ''VARCHAR'',
  mail: ''STRUCT(timestamp VARCHAR, messageId VARCHAR, destination VARCHAR[], tags STRUCT(wave VARCHAR[], customer_id VARCHAR[]))'',
  bounce: ''STRUCT(bounceType VARCHAR, bounceSubType VARCHAR, bouncedRecipients STRUCT(emailAddress VARCHAR)[], timestamp VARCHAR)'',
  complaint: ''STRUCT(complainedRecipients STRUCT(emailAddress VARCHAR)[], complaintSubType VARCHAR, complaintFeedbackType VARCHAR, timestamp VARCHAR)'',
  delivery: ''STRUCT(timestamp VARCHAR, recipients VARCHAR[])'',
  deliveryDelay: ''STRUCT(delayType VARCHAR, delayedRecipients STRUCT(emailAddress VARCHAR)[], timestamp VARCHAR)'',
  reject: ''STRUCT(reason VARCHAR)'',
  open: ''STRUCT(timestamp VARCHAR)'',
  click: ''STRUCT(timestamp VARCHAR)''
}');
SET VARIABLE letters = scans('notices/letters', 'read_csv', csv(','));
SET VARIABLE calls = coalesce(
  scans('responses/support-line', 'read_csv', csv(',')),
  'SELECT NULL::VARCHAR AS CONTACT_ID, NULL::VARCHAR AS OFFERED_AT, NULL::VARCHAR AS ANSWERED_AT, NULL::VARCHAR AS ENDED_AT,
    NULL::VARCHAR AS RESULT, NULL::VARCHAR AS TOPIC, NULL::VARCHAR AS LINE, NULL::VARCHAR AS WRAP_UP_S, NULL::VARCHAR AS CUSTOMER_ID,
    NULL::VARCHAR AS filename, 0 AS row WHERE false');
SET VARIABLE protection = coalesce(
  scans('responses/protection', 'read_ndjson', 'columns = {
    id: ''VARCHAR'', type: ''VARCHAR'', "at": ''VARCHAR'', customer: ''STRUCT(number VARCHAR)''}'),
  'SELECT NULL::VARCHAR AS id, NULL::VARCHAR AS type, NULL::VARCHAR AS "at", NULL::STRUCT(number VARCHAR) AS customer,
    NULL::VARCHAR AS filename, 0 AS row WHERE false');

COPY (
  SELECT
    delivery_id, row AS line,
    CASE_REF AS case_ref,
    FIRSTNAME AS firstname, USER_FIRST_NAME AS user_first_name, FIRST_NM AS first_nm,
    LASTNAME AS lastname, USER_LAST_NAME AS user_last_name, LAST_NM AS last_nm,
    EMAIL AS email, CONTACT_EMAIL AS contact_email,
    PHONE AS phone, MOBILE AS mobile,
    DOB AS dob, BIRTH_DATE AS birth_date,
    GENDER AS gender, STREET AS street, SUBURB AS suburb, STATE AS state, POSTCODE AS postcode, COUNTRY AS country,
    FF_NUMBER AS ff_number, LOYALTY_NO AS loyalty_no,
    FF_TIER AS ff_tier, FF_POINTS AS ff_points, FF_STATUS_CREDITS AS ff_status_credits, MEAL_PREF AS meal_pref,
    CASE WHEN NOTES IS NULL THEN MAP {} ELSE MAP {'NOTES': NOTES} END AS undeclared
  FROM query(getvariable('impacted')) JOIN deliveries ON file = filename
) TO (getvariable('output') || '/bronze.impacted_records.parquet') (COMPRESSION snappy);

COPY (
  SELECT
    delivery_id, row AS line,
    CUSTOMER_ID AS customer_id, UPDATED_AT AS updated_at, FF_NUMBER AS ff_number,
    GIVEN_NAME AS given_name, FAMILY_NAME AS family_name, EMAIL AS email, PHONE AS phone, BIRTH_DATE AS birth_date,
    STREET AS street, SUBURB AS suburb, STATE AS state, POSTCODE AS postcode, COUNTRY AS country,
    DECEASED AS deceased
  FROM query(getvariable('customers')) JOIN deliveries ON file = filename
) TO (getvariable('output') || '/bronze.customers.parquet') (COMPRESSION snappy);

COPY (
  SELECT
    delivery_id, row AS line,
    MEMBER_NO AS member_no, GIVEN_NAME AS given_name, FAMILY_NAME AS family_name, EMAIL AS email,
    TIER AS tier, POINTS AS points, STATUS_CREDITS AS status_credits
  FROM query(getvariable('members')) JOIN deliveries ON file = filename
) TO (getvariable('output') || '/bronze.members.parquet') (COMPRESSION snappy);

-- One row per event and recipient. Complaints whose recipients were removed are about somebody the
-- message went to.
CREATE TEMP TABLE events AS
WITH delivered AS (
  SELECT
    filename, row, eventType AS word, mail,
    coalesce(
      delivery.timestamp, bounce.timestamp, complaint.timestamp, deliveryDelay.timestamp,
      open.timestamp, click.timestamp, mail.timestamp) AS time,
    coalesce(
      delivery.recipients,
      list_transform(bounce.bouncedRecipients, lambda r: r.emailAddress),
      list_transform(complaint.complainedRecipients, lambda r: r.emailAddress),
      list_transform(deliveryDelay.delayedRecipients, lambda r: r.emailAddress),
      []) AS recipients,
    coalesce(bounce.bounceType, deliveryDelay.delayType) AS kind,
    coalesce(bounce.bounceSubType, complaint.complaintSubType) AS sub_kind,
    coalesce(complaint.complaintFeedbackType, reject.reason) AS detail
  FROM query(getvariable('ses'))
),
of_ses AS (
  SELECT
    filename, row AS line, 'ses' AS provider, 'email' AS channel,
    mail.messageId AS message_id,
    CASE word
      WHEN 'Send' THEN 'sent'
      WHEN 'Delivery' THEN 'delivered'
      WHEN 'DeliveryDelay' THEN 'delayed'
      WHEN 'Bounce' THEN CASE WHEN sub_kind = 'OnAccountSuppressionList' THEN 'suppressed' WHEN kind = 'Permanent' THEN 'hard_bounced' ELSE 'soft_bounced' END
      WHEN 'Complaint' THEN CASE detail WHEN 'not-spam' THEN 'noted' ELSE 'complained' END
      WHEN 'Reject' THEN 'rejected'
      WHEN 'Rendering Failure' THEN 'rejected'
      WHEN 'Open' THEN 'opened'
      WHEN 'Click' THEN 'clicked'
      WHEN 'Subscription' THEN 'noted'
      ELSE 'unknown'
    END AS event,
    try_cast(time AS TIMESTAMP) AS occurred_at,
    coalesce(mail.tags.wave[1], 'first') AS wave,
    unnest(
      CASE
        WHEN len(recipients) > 0 THEN list_distinct(recipients)
        WHEN len(mail.destination) > 0 THEN list_distinct(mail.destination)
        ELSE [NULL]
      END) AS recipient,
    mail.tags.customer_id[1] AS person,
    CASE WHEN kind IS NOT NULL AND sub_kind IS NOT NULL THEN kind || '/' || sub_kind ELSE coalesce(kind, sub_kind, detail) END AS reason,
    word AS delivered_event
  FROM delivered
),
of_letters AS (
  SELECT
    filename, row AS line, 'print-house' AS provider, 'post' AS channel,
    LETTER_ID AS message_id,
    CASE lower(trim(EVENT)) WHEN 'printed' THEN 'noted' WHEN 'lodged' THEN 'sent' WHEN 'returned' THEN 'hard_bounced' ELSE 'unknown' END AS event,
    coalesce(try_cast(EVENT_DATE AS TIMESTAMP), try_strptime(EVENT_DATE, '%d/%m/%Y'))
      AT TIME ZONE 'Australia/Sydney' AT TIME ZONE 'UTC' AS occurred_at,
    WAVE AS wave,
    NULL AS recipient,
    CUSTOMER_ID AS person,
    RETURN_REASON AS reason,
    EVENT AS delivered_event
  FROM query(getvariable('letters'))
)
FROM of_ses UNION ALL BY NAME FROM of_letters;

COPY (
  SELECT
    delivery_id, line, provider, channel, message_id, event, occurred_at, wave, recipient, person,
    CASE WHEN person IS NOT NULL THEN 'customer_id' END AS person_attribute,
    reason, delivered_event
  FROM events JOIN deliveries ON file = filename
  WHERE message_id IS NOT NULL AND delivered_event IS NOT NULL AND occurred_at IS NOT NULL
) TO (getvariable('output') || '/bronze.notice_events.parquet') (COMPRESSION snappy);

-- A line that is no JSON comes as a row without values; its text is not to be had from this reader.
COPY (
  WITH unusable AS (
    SELECT file_path AS file, line, min(error_message) AS reason, min(csv_line) AS text
    FROM reject_errors JOIN reject_scans USING (scan_id, file_id)
    GROUP BY file_path, line
    UNION ALL
    SELECT filename, line, 'message, event or time are missing', NULL
    FROM events
    WHERE message_id IS NULL OR delivered_event IS NULL OR occurred_at IS NULL
  )
  SELECT delivery_id, folder AS role, file, line, reason, text
  FROM unusable JOIN deliveries USING (file)
) TO (getvariable('output') || '/bronze.rejected_rows.parquet') (COMPRESSION snappy);

DROP TABLE events;

COPY (
  WITH events AS (
    SELECT
      filename, row AS line, 'support-line' AS source, CONTACT_ID AS response_id, RESULT AS event,
      try_cast(OFFERED_AT AS TIMESTAMP) AS occurred_at, try_cast(ANSWERED_AT AS TIMESTAMP) AS answered_at,
      try_cast(ENDED_AT AS TIMESTAMP) AS ended_at, try_cast(WRAP_UP_S AS BIGINT) AS wrap_up_seconds,
      CUSTOMER_ID AS person, LINE AS channel, TOPIC AS topic
    FROM query(getvariable('calls'))
    UNION ALL BY NAME
    SELECT
      filename, row AS line, 'protection' AS source, id AS response_id, type AS event,
      try_cast("at" AS TIMESTAMP) AS occurred_at, customer.number AS person
    FROM query(getvariable('protection'))
  )
  SELECT
    delivery_id, line, source, response_id, event, occurred_at, answered_at, ended_at, wrap_up_seconds, person, channel, topic
  FROM events JOIN deliveries ON file = filename
  WHERE occurred_at IS NOT NULL
) TO (getvariable('output') || '/bronze.response_events.parquet') (COMPRESSION snappy);

SET preserve_insertion_order = false;
