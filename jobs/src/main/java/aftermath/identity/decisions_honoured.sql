WITH people AS (
  SELECT
    d.decision, d.standing,
    one.person AS one,
    if(d.is_known, d.other, two.person) AS other
  FROM link_decisions d
  LEFT JOIN links one ON d.record = one.record
  LEFT JOIN links two ON d.other = two.record
)
SELECT
  coalesce(decision, 'none') AS decision,
  CASE
    WHEN decision IS NULL THEN standing
    WHEN (decision = 'same') = (one = other) THEN 'honoured'
    ELSE 'not honoured'
  END AS outcome,
  count(*) AS pairs
FROM people
GROUP BY 1, 2
