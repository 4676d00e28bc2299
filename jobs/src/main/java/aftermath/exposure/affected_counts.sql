WITH counted AS (
  SELECT
    coalesce(sum(records), 0L) AS records,
    coalesce(sum(people), 0L) AS people,
    coalesce(sum(people) FILTER (WHERE is_customer), 0L) AS customers,
    coalesce(sum(people) FILTER (WHERE is_member), 0L) AS members,
    coalesce(sum(people) FILTER (WHERE link_state = 'unlinked'), 0L) AS unknown_people,
    coalesce(sum(people) FILTER (WHERE link_state = 'ambiguous'), 0L) AS ambiguous_people,
    coalesce(sum(records) FILTER (WHERE link_state = 'ambiguous'), 0L) AS ambiguous_records
  FROM exposure_cube
)
SELECT 'records' AS measure, records AS amount, records AS at_least, records AS at_most,
  'stolen records as delivered, without rows set aside and rows that a row with the same key replaces' AS method
FROM counted
UNION ALL
SELECT 'distinct_emails', emails, emails, emails,
  'different e-mail addresses in these records, in standard form; not people: one person may have several, a household may share one'
FROM email_count
UNION ALL
SELECT 'linked_customers', customers, customers, customers + ambiguous_people,
  'affected people who are in the customer master'
FROM counted
UNION ALL
SELECT 'linked_members', members, members, members + ambiguous_people,
  'affected people who are in the loyalty table'
FROM counted
UNION ALL
SELECT 'unlinked', unknown_people, unknown_people, unknown_people + ambiguous_people,
  'affected people whom neither the customer master nor the loyalty table knows'
FROM counted
UNION ALL
SELECT 'ambiguous', ambiguous_people, 0L, ambiguous_records,
  'groups of records that fit several known people; each group is counted as one person, and nobody was picked'
FROM counted
