SELECT 0.5D AS probability, count(DISTINCT person_at_50) AS people FROM links
UNION ALL
SELECT 0.9D, count(DISTINCT person_at_90) FROM links
UNION ALL
SELECT 0.99D, count(DISTINCT person_at_99) FROM links
