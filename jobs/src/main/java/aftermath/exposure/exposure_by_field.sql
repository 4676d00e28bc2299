WITH of_people AS (
  SELECT exposed_mask, sum(people) AS people
  FROM exposure_cube
  GROUP BY exposed_mask
),
affected AS (
  SELECT coalesce(sum(people), 0L) AS people FROM of_people
),
people_by_field AS (
  SELECT field, sum(people) AS people
  FROM fields JOIN of_people ON exposed_mask & bit <> 0
  GROUP BY field
),
records_by_field AS (
  SELECT field, sum(records) AS records
  FROM fields JOIN record_cube ON exposed_mask & bit <> 0
  GROUP BY field
)
SELECT
  field,
  title,
  element_at(kinds, :vocabulary) AS kind,
  coalesce(people_by_field.people, 0L) AS people,
  coalesce(records, 0L) AS records,
  coalesce(people_by_field.people / nullif(affected.people, 0), 0D) AS share
FROM fields
LEFT JOIN people_by_field USING (field)
LEFT JOIN records_by_field USING (field)
CROSS JOIN affected
