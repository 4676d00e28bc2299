-- Each query runs over Aftermath's tables and over the peer's; the rows must be the same. Whole rows of
-- large tables are compared by their number and a sum of hashes, without what may differ: pseudonyms
-- and the numbers behind them. Where a message speaks to several people, who is the first of them
-- depends on the pseudonyms, so messages are counted without segments, and people with them.

-- bronze: rows
SELECT 'impacted_records' AS role, count(*) FROM bronze.impacted_records
UNION ALL SELECT 'customers', count(*) FROM bronze.customers
UNION ALL SELECT 'members', count(*) FROM bronze.members
UNION ALL SELECT 'notice_events', count(*) FROM bronze.notice_events
UNION ALL SELECT 'response_events', count(*) FROM bronze.response_events
UNION ALL SELECT 'rejected_rows', count(*) FROM bronze.rejected_rows;

-- bronze.impacted_records
SELECT count(*), sum(hash(case_ref, coalesce(firstname, user_first_name, first_nm), coalesce(lastname, user_last_name, last_nm),
  coalesce(email, contact_email), coalesce(phone, mobile), coalesce(dob, birth_date), gender, street, suburb, state, postcode,
  country, coalesce(ff_number, loyalty_no), ff_tier, ff_points, ff_status_credits, meal_pref, undeclared['NOTES']))
FROM bronze.impacted_records;

-- bronze.customers
SELECT count(*), sum(hash(customer_id, updated_at, ff_number, given_name, family_name, email, phone, birth_date, street,
  suburb, state, postcode, country, deceased))
FROM bronze.customers;

-- bronze.members
SELECT count(*), sum(hash(member_no, given_name, family_name, email, tier, points, status_credits)) FROM bronze.members;

-- bronze.notice_events
SELECT provider, channel, event, wave, reason, count(*), sum(hash(message_id, recipient, person, delivered_event, epoch_us(occurred_at)))
FROM bronze.notice_events GROUP BY ALL;

-- silver.impacted_records: each attribute
SELECT count(*), sum(hash(member_number)), sum(hash(given_name)), sum(hash(family_name)), sum(hash(email)), sum(hash(phone)),
  sum(hash(birth_date)), sum(hash(gender)), sum(hash(street)), sum(hash(suburb)), sum(hash(state)), sum(hash(postcode)),
  sum(hash(country)), sum(hash(tier)), sum(hash(points_balance)), sum(hash(status_credits)), sum(hash(meal))
FROM silver.impacted_records;

-- silver.impacted_records
SELECT count(*), sum(hash(record_id, exposed_mask::BIGINT, given_name, family_name, email, phone, birth_date, street, tier))
FROM silver.impacted_records;

-- silver.known_people: each attribute that is kept
SELECT count(*), count(*) FILTER (is_customer), count(*) FILTER (is_member), sum(hash(customer_id)), sum(hash(member_number)),
  sum(hash(given_name)), sum(hash(family_name)), sum(hash(email)), sum(hash(phone)), sum(hash(birth_date)), sum(hash(street)),
  sum(hash(state)), sum(hash(country)), sum(hash(tier)), sum(hash(deceased))
FROM silver.known_people;

-- silver.links
SELECT state, rule, found, count(*), count(DISTINCT person), count(known) FROM silver.links GROUP BY ALL;

-- silver.people
SELECT link_state, is_customer, is_member, must_be_told, addressee, count(*),
  sum(hash(records::INTEGER, exposed_mask::BIGINT, contact_channels::BIGINT, contact_customer_id, contact_email, contact_street,
    region, age_band, tier, relation, deceased))
FROM silver.people GROUP BY ALL;

-- silver.notices
SELECT provider, channel, wave, state, len(person_ids) AS people, count(*), sum(hash(message_id)), sum(epoch_us(state_at)),
  sum(epoch_us(sent_at)), sum(epoch_us(delivered_at)), sum(epoch_us(soft_bounced_at)), sum(epoch_us(hard_bounced_at)),
  sum(epoch_us(suppressed_at)), sum(epoch_us(rejected_at)), sum(epoch_us(complained_at)), sum(epoch_us(opened_at)), sum(epoch_us(clicked_at)),
  sum(epoch_us(first_event_at)), sum(epoch_us(last_event_at))
FROM silver.notices GROUP BY ALL;

-- silver.told_people
SELECT must_be_told, addressee, reach, reason, next_step, reached_by, messages, region, count(*), sum(epoch_us(since)),
  sum(epoch_us(first_sent_at)), sum(epoch_us(reached_at))
FROM silver.told_people GROUP BY ALL;

-- silver.outstanding_people
SELECT addressee, reason, next_step, messages, count(*), sum(epoch_us(since)) FROM silver.outstanding_people GROUP BY ALL;

-- silver.column_profiles
SELECT role, lower(column_name), sum(rows), sum(filled) FROM silver.column_profiles WHERE filled > 0 GROUP BY ALL;

-- gold.exposure_cube
SELECT exposed_mask, link_state, is_customer, is_member, region, age_band, tier, relation, deceased, people, records, most_records, second_most_records FROM gold.exposure_cube;

-- gold.record_cube
SELECT exposed_mask, records FROM gold.record_cube;

-- gold.population_cube
SELECT is_customer, is_member, region, age_band, tier, relation, deceased, people FROM gold.population_cube;

-- gold.email_count
SELECT emails FROM gold.email_count;

-- gold.affected_counts
SELECT measure, amount, at_least, at_most FROM gold.affected_counts;

-- gold.exposure_by_field
SELECT field, title, kind, people, records, round(share, 9) FROM gold.exposure_by_field;

-- gold.exposure_by_segment
SELECT segment, value, field, people, base, round(rate, 9) FROM gold.exposure_by_segment;

-- gold.exposure_by_combination
SELECT exposed_mask, array_to_string(fields, ' '), field_count, people, round(share, 9) FROM gold.exposure_by_combination;

-- gold.severity_by_segment
SELECT segment, value, severity, people, lowest_score, highest_score FROM gold.severity_by_segment;

-- gold.delivery_cube: messages
SELECT wave, channel, provider, state, day, sum(notices), sum(opened), sum(machine_opened), sum(clicked) FROM gold.delivery_cube GROUP BY ALL;

-- gold.delivery_cube: people
SELECT wave, channel, provider, state, day, region, age_band, tier, relation, deceased, sum(people) AS people
FROM gold.delivery_cube GROUP BY ALL HAVING sum(people) > 0;

-- gold.reach_cube
SELECT must_be_told, addressee, reach, reason, next_step, region, age_band, tier, relation, deceased, people FROM gold.reach_cube;

-- gold.outstanding_notices
SELECT addressee, reason, next_step, segment, value, people FROM gold.outstanding_notices;

-- gold.delivery_rates
SELECT wave, channel, provider, sent, delivered, hard_bounced, soft_bounced, suppressed, rejected, complained, opened, machine_opened, clicked, pending,
  round(delivery_rate, 9), round(bounce_rate, 9), round(complaint_rate, 9), round(open_rate, 9), round(click_rate, 9)
FROM gold.delivery_rates;

-- silver.delivery_by_domain
SELECT channel, provider, hour, count(*) AS domains, sum(sent), sum(delivered), sum(hard_bounced), sum(soft_bounced), sum(suppressed),
  sum(rejected), sum(complained), sum(pending)
FROM silver.delivery_by_domain GROUP BY ALL;

-- gold.delivery_health
SELECT channel, provider, recipient_domain, sent, delivered, hard_bounced, soft_bounced, suppressed, rejected, complained, pending,
  round(bounce_rate, 9), round(complaint_rate, 9), bounce_standing, complaint_standing
FROM gold.delivery_health;

-- gold.delivery_health_by_hour
SELECT channel, provider, recipient_domain, hour, day, sent, delivered, hard_bounced, soft_bounced, suppressed, rejected, complained, pending,
  round(bounce_rate, 9), round(complaint_rate, 9), bounce_standing, complaint_standing
FROM gold.delivery_health_by_hour;

-- gold.reach_by_segment
SELECT segment, value, people_to_notify, reached, unreachable, pending, round(reach, 9) FROM gold.reach_by_segment;

-- gold.unexpected_data
SELECT detector, lower(delivered_column), is_denied, rows_scanned, values_scanned, hits FROM gold.unexpected_data;

-- gold.field_provenance
SELECT role, field, attribute, lower(delivered_column), parse_filename(file), rows, rows_filled FROM gold.field_provenance;

-- gold.reached_by_hour
SELECT hour, day, written_to, reached, reached_so_far, not_reached FROM gold.reached_by_hour;

-- gold.notice_timeliness
SELECT deadline, begins_at, ends_at, as_of, people_to_notify, inside, outside, open, missed, reached_in_last_7_days
FROM gold.notice_timeliness;

-- bronze.response_events
SELECT source, event, channel, topic, count(*), sum(hash(response_id, person, wrap_up_seconds)), sum(epoch_us(occurred_at)),
  sum(epoch_us(answered_at)), sum(epoch_us(ended_at))
FROM bronze.response_events GROUP BY ALL;

-- silver.responses
SELECT provider, channel, kind, topic, day, link, count(*), sum(hash(response_id)), sum(wait_seconds), sum(talk_seconds),
  sum(wrap_up_seconds), sum(handling_seconds), count(DISTINCT person_id)
FROM silver.responses GROUP BY ALL;

-- gold.response_daily
SELECT day, channel, offered, answered, abandoned, short_abandoned, answered_within_target, round(service_level, 9),
  round(abandonment_rate, 9), round(average_speed_of_answer, 9), wait_90_seconds, round(average_handling_time, 9),
  waiting_seconds, handling_seconds, enrolments, password_resets, mfa_resets, unknown
FROM gold.response_daily;

-- gold.contact_topics_daily
SELECT day, topic, offered, answered, abandoned, round(share, 9) FROM gold.contact_topics_daily;

-- gold.take_up_by_segment
SELECT segment, value, notified, called, enrolled, reset_password, reset_mfa, round(call_rate, 9), round(enrolment_rate, 9),
  round(password_reset_rate, 9), round(mfa_reset_rate, 9), called_not_notified, enrolled_not_notified, reset_password_not_notified,
  reset_mfa_not_notified
FROM gold.take_up_by_segment;
