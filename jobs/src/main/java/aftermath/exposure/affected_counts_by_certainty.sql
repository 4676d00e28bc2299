SELECT concat('people_at_', cast(100 * probability AS INT)), people, people, people,
  concat('people, if records are joined from a probability of ', probability, ' on')
FROM people_by_certainty
