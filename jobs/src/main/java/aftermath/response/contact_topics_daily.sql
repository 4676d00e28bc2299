WITH contacts AS (
  SELECT day, topic, kind FROM responses WHERE kind IN ('answered', 'abandoned')
),
days AS (
  SELECT day, lead(day) OVER (ORDER BY day) AS next_day
  FROM (SELECT DISTINCT day FROM contacts)
),
calendar AS (
  SELECT explode(sequence(day, CASE WHEN next_day <= day + 366 THEN next_day - 1 ELSE day END)) AS day
  FROM days
),
topics AS (
  SELECT DISTINCT topic FROM contacts
),
counted AS (
  SELECT day, topic, count_if(kind = 'answered') AS answered, count_if(kind = 'abandoned') AS abandoned
  FROM contacts
  GROUP BY day, topic
),
complete AS (
  SELECT day, topic, coalesce(answered, 0L) AS answered, coalesce(abandoned, 0L) AS abandoned
  FROM calendar
  CROSS JOIN topics
  LEFT JOIN counted USING (day, topic)
)
SELECT
  day,
  topic,
  answered + abandoned AS offered,
  answered,
  abandoned,
  answered / nullif(sum(answered) OVER (PARTITION BY day), 0) AS share
FROM complete
