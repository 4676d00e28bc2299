WITH days AS (
  SELECT day, lead(day) OVER (ORDER BY day) AS next_day
  FROM (SELECT DISTINCT day FROM responses)
),
calendar AS (
  SELECT explode(sequence(day, CASE WHEN next_day <= day + 366 THEN next_day - 1 ELSE day END)) AS day
  FROM days
),
channels AS (
  SELECT DISTINCT channel FROM responses
),
counted AS (
  SELECT
    day,
    channel,
    count_if(kind = 'answered') AS answered,
    count_if(kind = 'abandoned') AS abandoned,
    count_if(kind = 'abandoned' AND wait_seconds <= :short_abandon) AS short_abandoned,
    count_if(kind = 'answered' AND wait_seconds <= :answered_within) AS answered_within_target,
    percentile_disc(0.9) WITHIN GROUP (ORDER BY wait_seconds) FILTER (WHERE kind = 'answered') AS wait_90_seconds,
    sum(wait_seconds) FILTER (WHERE kind = 'answered') AS waiting_seconds,
    count_if(kind = 'answered' AND wait_seconds IS NULL) AS waits_unknown,
    sum(handling_seconds) FILTER (WHERE kind = 'answered') AS handling_seconds,
    count_if(kind = 'answered' AND handling_seconds IS NULL) AS handling_unknown,
    sum(negative_durations) AS negative_durations,
    count_if(kind = 'enrolled') AS enrolments,
    count_if(kind = 'password_reset') AS password_resets,
    count_if(kind = 'mfa_reset') AS mfa_resets,
    count_if(kind = 'noted') AS noted,
    count_if(kind = 'unknown') AS unknown
  FROM responses
  GROUP BY day, channel
),
complete AS (
  SELECT
    day,
    channel,
    coalesce(answered + abandoned, 0L) AS offered,
    coalesce(answered, 0L) AS answered,
    coalesce(abandoned, 0L) AS abandoned,
    coalesce(short_abandoned, 0L) AS short_abandoned,
    coalesce(answered_within_target, 0L) AS answered_within_target,
    wait_90_seconds,
    coalesce(waiting_seconds, 0L) AS waiting_seconds,
    coalesce(waits_unknown, 0L) AS waits_unknown,
    coalesce(handling_seconds, 0L) AS handling_seconds,
    coalesce(handling_unknown, 0L) AS handling_unknown,
    coalesce(negative_durations, 0L) AS negative_durations,
    coalesce(enrolments, 0L) AS enrolments,
    coalesce(password_resets, 0L) AS password_resets,
    coalesce(mfa_resets, 0L) AS mfa_resets,
    coalesce(noted, 0L) AS noted,
    coalesce(unknown, 0L) AS unknown
  FROM calendar
  CROSS JOIN channels
  LEFT JOIN counted USING (day, channel)
)
SELECT
  day,
  channel,
  offered,
  answered,
  abandoned,
  short_abandoned,
  answered_within_target,
  answered_within_target / nullif(offered - short_abandoned, 0) AS service_level,
  abandoned / nullif(offered, 0) AS abandonment_rate,
  waiting_seconds / nullif(answered - waits_unknown, 0) AS average_speed_of_answer,
  CAST(wait_90_seconds AS BIGINT) AS wait_90_seconds,
  handling_seconds / nullif(answered - handling_unknown, 0) AS average_handling_time,
  waiting_seconds,
  waits_unknown,
  handling_seconds,
  handling_unknown,
  negative_durations,
  enrolments,
  password_resets,
  mfa_resets,
  noted,
  unknown
FROM complete
