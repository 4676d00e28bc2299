WITH combinations AS (
  SELECT exposed_mask, sum(people) AS people
  FROM exposure_cube
  GROUP BY exposed_mask
),
named AS (
  SELECT exposed_mask, sort_array(collect_list(struct(position, field))).field AS fields
  FROM combinations JOIN fields ON exposed_mask & bit <> 0
  GROUP BY exposed_mask
)
SELECT
  exposed_mask,
  coalesce(fields, array()) AS fields,
  bit_count(exposed_mask) AS field_count,
  people,
  people / sum(people) OVER () AS share
FROM combinations
LEFT JOIN named USING (exposed_mask)
