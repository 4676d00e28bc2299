SELECT 'people', people, people - ambiguous_people, people - ambiguous_people + ambiguous_records,
  'records of the same customer, of the same member, or tied by the rules of the incident file, counted once'
FROM counted
