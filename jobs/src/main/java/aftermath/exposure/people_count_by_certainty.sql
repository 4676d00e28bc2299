SELECT 'people', people,
  least(people - ambiguous_people, (SELECT min(people) FROM people_by_certainty)),
  greatest(people - ambiguous_people + ambiguous_records, (SELECT max(people) FROM people_by_certainty)),
  'records of the same customer, of the same member, tied by the rules of the incident file or probably of one person, counted once; the range holds all that ambiguous records may be, and joining from any probability between 0.5 and 0.99'
FROM counted
