-- Which rows count, whose they are, and what of each person was exposed.

-- Keys that more than one row has. Few are; every other row is spared the window below.
CREATE TEMP TABLE repeated_keys AS
WITH ties AS (
  SELECT 'customers/tie' AS scope, hash(standard_member_number(ff_number)) AS key, hash(customer_id) AS owner
  FROM stored('bronze.customers') WHERE standard_member_number(ff_number) IS NOT NULL
  UNION ALL
  SELECT 'members/tie', hash(standard_member_number(member_no)), hash(member_no)
  FROM stored('bronze.members') WHERE standard_member_number(member_no) IS NOT NULL
)
SELECT 'impacted_records' AS scope, hash(case_ref) AS key FROM stored('bronze.impacted_records') GROUP BY key HAVING count(*) > 1
UNION ALL
SELECT 'customers', hash(customer_id) AS key FROM stored('bronze.customers') GROUP BY key HAVING count(*) > 1
UNION ALL
SELECT 'members', hash(member_no) AS key FROM stored('bronze.members') GROUP BY key HAVING count(*) > 1
UNION ALL
SELECT scope, key FROM ties GROUP BY scope, key HAVING min(owner) <> max(owner);

COPY repeated_keys TO (getvariable('output') || '/silver.repeated_keys.parquet') (COMPRESSION snappy);

CREATE TEMP TABLE superseded_rows AS
WITH contested AS (
  SELECT 'impacted_records' AS role, hash(case_ref) AS key, '' AS version, hash(t) AS content, delivery_id, line
  FROM stored('bronze.impacted_records') AS t
  WHERE hash(case_ref) IN (SELECT key FROM repeated_keys WHERE scope = 'impacted_records')
  UNION ALL
  SELECT 'customers', hash(customer_id), coalesce(updated_at, ''), hash(t), delivery_id, line
  FROM stored('bronze.customers') AS t
  WHERE hash(customer_id) IN (SELECT key FROM repeated_keys WHERE scope = 'customers')
  UNION ALL
  SELECT 'members', hash(member_no), '', hash(t), delivery_id, line
  FROM stored('bronze.members') AS t
  WHERE hash(member_no) IN (SELECT key FROM repeated_keys WHERE scope = 'members')
)
SELECT role, delivery_id, line
FROM contested
QUALIFY row_number() OVER (PARTITION BY role, key ORDER BY version DESC, content DESC, delivery_id, line) > 1;

COPY superseded_rows TO (getvariable('output') || '/silver.superseded_rows.parquet') (COMPRESSION snappy);

-- Customers, each with the membership that is theirs, and members who are no customers. A tie that
-- different rows of one role share proves nothing.
COPY (
  WITH customers AS (
    SELECT
      'C:' || customer_id AS known_id,
      standard_identifier(customer_id) AS customer_id,
      standard_member_number(ff_number) AS member_number,
      standard_name(given_name) AS given_name,
      standard_name(family_name) AS family_name,
      standard_email(email) AS email,
      standard_phone(phone) AS phone,
      standard_birth_date(birth_date) AS birth_date,
      standard_text(street) AS street,
      standard_text(suburb) AS suburb,
      standard_code(state) AS state,
      standard_identifier(postcode) AS postcode,
      standard_code(country) AS country,
      standard_flag(deceased) AS deceased
    FROM stored('bronze.customers') AS delivered
    ANTI JOIN (FROM superseded_rows WHERE role = 'customers') USING (delivery_id, line)
  ),
  members AS (
    SELECT
      'M:' || member_no AS known_id,
      standard_member_number(member_no) AS member_number,
      standard_name(given_name) AS given_name,
      standard_name(family_name) AS family_name,
      standard_email(email) AS email,
      standard_code(tier) AS tier,
      standard_number(points) AS points_balance,
      standard_number(status_credits) AS status_credits
    FROM stored('bronze.members') AS delivered
    ANTI JOIN (FROM superseded_rows WHERE role = 'members') USING (delivery_id, line)
  ),
  customers_tied AS (
    SELECT c.*, CASE WHEN key IS NULL THEN hash(member_number) END AS tie, member_number IS NOT NULL AS has_tie
    FROM customers AS c LEFT JOIN (FROM repeated_keys WHERE scope = 'customers/tie') ON hash(member_number) = key
  ),
  members_tied AS (
    SELECT m.*, CASE WHEN key IS NULL THEN hash(member_number) END AS tie, member_number IS NOT NULL AS has_tie
    FROM members AS m LEFT JOIN (FROM repeated_keys WHERE scope = 'members/tie') ON hash(member_number) = key
  )
  SELECT
    coalesce(c.known_id, m.known_id) AS known_id,
    c.known_id IS NOT NULL AS is_customer,
    m.known_id IS NOT NULL AS is_member,
    c.customer_id,
    coalesce(c.member_number, m.member_number) AS member_number,
    coalesce(c.given_name, m.given_name) AS given_name,
    coalesce(c.family_name, m.family_name) AS family_name,
    coalesce(c.email, m.email) AS email,
    c.phone, c.birth_date, c.street, c.suburb, c.state, c.postcode, c.country,
    m.tier, m.points_balance, m.status_credits,
    c.deceased
  FROM customers_tied AS c
  FULL JOIN members_tied AS m ON c.tie = m.tie AND c.has_tie AND m.has_tie
) TO (getvariable('output') || '/silver.known_people.parquet') (COMPRESSION snappy);

-- A file has one spelling of each column, so the spellings are united before they are standardised.
COPY (
  WITH standard AS (
    SELECT
      case_ref AS record_id,
      standard_member_number(coalesce(ff_number, loyalty_no)) AS member_number,
      standard_name(coalesce(firstname, user_first_name, first_nm)) AS given_name,
      standard_name(coalesce(lastname, user_last_name, last_nm)) AS family_name,
      standard_email(coalesce(email, contact_email)) AS email,
      standard_phone(coalesce(phone, mobile)) AS phone,
      standard_birth_date(coalesce(dob, birth_date)) AS birth_date,
      standard_code(gender) AS gender,
      standard_text(street) AS street,
      standard_text(suburb) AS suburb,
      standard_code(state) AS state,
      standard_identifier(postcode) AS postcode,
      standard_code(country) AS country,
      standard_code(ff_tier) AS tier,
      standard_number(ff_points) AS points_balance,
      standard_number(ff_status_credits) AS status_credits,
      standard_code(meal_pref) AS meal
    FROM stored('bronze.impacted_records') AS delivered
    ANTI JOIN (FROM superseded_rows WHERE role = 'impacted_records') USING (delivery_id, line)
  )
  SELECT
    record_id,
    CASE WHEN given_name IS NOT NULL OR family_name IS NOT NULL THEN 1 ELSE 0 END
      | CASE WHEN email IS NOT NULL THEN 2 ELSE 0 END
      | CASE WHEN member_number IS NOT NULL THEN 4 ELSE 0 END
      | CASE WHEN tier IS NOT NULL THEN 8 ELSE 0 END
      | CASE WHEN points_balance IS NOT NULL THEN 16 ELSE 0 END
      | CASE WHEN status_credits IS NOT NULL THEN 32 ELSE 0 END
      | CASE WHEN street IS NOT NULL OR suburb IS NOT NULL OR postcode IS NOT NULL THEN 64 ELSE 0 END
      | CASE WHEN birth_date IS NOT NULL THEN 128 ELSE 0 END
      | CASE WHEN phone IS NOT NULL THEN 256 ELSE 0 END
      | CASE WHEN gender IS NOT NULL THEN 512 ELSE 0 END
      | CASE WHEN meal IS NOT NULL THEN 1024 ELSE 0 END AS exposed_mask,
    * EXCLUDE (record_id)
  FROM standard
) TO (getvariable('output') || '/silver.impacted_records.parquet') (COMPRESSION snappy);

-- The ladder: the first rule that finds anyone decides about a record.
CREATE MACRO key_of(one, other) AS CASE WHEN one IS NOT NULL AND other IS NOT NULL THEN hash(one, other) END;
CREATE MACRO key_of_three(one, other, third) AS
  CASE WHEN one IS NOT NULL AND other IS NOT NULL AND third IS NOT NULL THEN hash(one, other, third) END;
CREATE MACRO key_alone(one) AS CASE WHEN one IS NOT NULL THEN hash(one) END;

CREATE TEMP TABLE record_keys AS
SELECT
  hash(record_id) AS record,
  key_of(member_number, family_name) AS number_and_name,
  key_of_three(email, given_name, family_name) AS email_and_names,
  key_of(email, birth_date) AS email_and_birth_date,
  key_of_three(phone, given_name, family_name) AS phone_and_names,
  key_of_three(birth_date, given_name, family_name) AS birth_date_and_names,
  key_alone(member_number) AS number,
  key_alone(email) AS email
FROM stored('silver.impacted_records');

CREATE TEMP TABLE known_keys AS
SELECT
  hash(known_id) AS known,
  key_of(member_number, family_name) AS number_and_name,
  key_of_three(email, given_name, family_name) AS email_and_names,
  key_of(email, birth_date) AS email_and_birth_date,
  key_of_three(phone, given_name, family_name) AS phone_and_names,
  key_alone(member_number) AS number,
  key_alone(email) AS email
FROM stored('silver.known_people');

-- The rung is a constant at every call, so that only one column of either table is read.
CREATE MACRO key_at(rung, keys) AS
  CASE rung
    WHEN 1 THEN keys.number_and_name
    WHEN 2 THEN keys.email_and_names
    WHEN 3 THEN keys.email_and_birth_date
    WHEN 4 THEN keys.phone_and_names
    WHEN 5 THEN keys.number
    WHEN 6 THEN keys.email
  END;

CREATE TEMP TABLE decided (record UBIGINT, known UBIGINT, found BIGINT, rung INTEGER);

CREATE MACRO decided_at(rung) AS TABLE
  WITH asking AS (
    SELECT record, key_at(rung, r) AS key
    FROM record_keys AS r ANTI JOIN decided USING (record)
    WHERE key_at(rung, r) IS NOT NULL
  ),
  holders AS (
    SELECT key_at(rung, k) AS key, count(*) AS holders, min(known) AS holder
    FROM known_keys AS k
    WHERE key_at(rung, k) IN (SELECT key FROM asking)
    GROUP BY ALL
    HAVING count(*) <= 50
  )
  SELECT record, CASE WHEN holders = 1 THEN holder END AS known, holders AS found, rung
  FROM asking JOIN holders USING (key);

INSERT INTO decided FROM decided_at(1);
INSERT INTO decided FROM decided_at(2);
INSERT INTO decided FROM decided_at(3);
INSERT INTO decided FROM decided_at(4);
INSERT INTO decided FROM decided_at(5);
INSERT INTO decided FROM decided_at(6);

CREATE TEMP TABLE known_links AS
SELECT
  record, known, found,
  ['member number and family name', 'e-mail and both names', 'e-mail and birth date', 'phone and both names',
    'member number', 'e-mail'][rung] AS rule
FROM record_keys LEFT JOIN decided USING (record);

COPY known_links TO (getvariable('output') || '/silver.known_links.parquet') (COMPRESSION snappy);

-- Records that lead to nobody, or nobody alone, are tied by the keys they share, transitively.
CREATE TEMP TABLE loose AS FROM known_links WHERE known IS NULL;

CREATE MACRO shared_keys(records) AS TABLE
  SELECT record, unnest([
      hash(1, email_and_names), hash(2, email_and_birth_date), hash(3, phone_and_names),
      hash(4, birth_date_and_names), hash(5, number)]) AS key,
    unnest([email_and_names, email_and_birth_date, phone_and_names, birth_date_and_names, number]) AS value
  FROM query_table(records);

CREATE TEMP TABLE loose_records AS FROM record_keys SEMI JOIN loose USING (record);

CREATE TEMP TABLE loose_keys AS
SELECT record, key FROM shared_keys('loose_records') WHERE value IS NOT NULL;

CREATE TEMP TABLE edges AS
WITH hubs AS (
  SELECT key, min(record) AS hub FROM loose_keys GROUP BY key HAVING count(*) BETWEEN 2 AND 50
),
spokes AS (
  SELECT DISTINCT record, hub FROM loose_keys JOIN hubs USING (key) WHERE record <> hub
)
SELECT record AS node, hub AS neighbour FROM spokes
UNION ALL
SELECT hub, record FROM spokes;

CREATE TEMP TABLE groups AS
WITH RECURSIVE smallest(node, hub) USING KEY (node) AS (
  SELECT node, least(node, min(neighbour)) FROM edges GROUP BY node
  UNION
  SELECT e.node, min(s.hub)
  FROM smallest AS s
  JOIN edges AS e ON e.neighbour = s.node
  JOIN recurring.smallest AS own ON own.node = e.node
  WHERE s.hub < own.hub
  GROUP BY e.node
)
SELECT record, coalesce(hub, record) AS "group", found, rule
FROM loose LEFT JOIN smallest ON record = node;

COPY (
  WITH record_keys_of_known AS (
    SELECT known, key
    FROM shared_keys('record_keys') JOIN known_links USING (record)
    WHERE value IS NOT NULL AND known IS NOT NULL AND key IN (SELECT key FROM loose_keys)
  ),
  holders AS (
    SELECT key, min(known) AS owner, max(known) AS other_owner
    FROM record_keys_of_known GROUP BY key HAVING count(*) <= 50
  ),
  owners AS (
    SELECT "group", min(owner) AS owner, max(other_owner) AS other_owner
    FROM loose_keys JOIN holders USING (key) JOIN groups USING (record)
    GROUP BY "group"
  ),
  doubts AS (
    SELECT "group", bool_or(found IS NOT NULL) AS is_doubtful FROM groups GROUP BY "group"
  ),
  verdicts AS (
    SELECT
      record, "group", found, rule,
      CASE WHEN NOT is_doubtful AND owner = other_owner THEN owner END AS known,
      is_doubtful OR owner IS NOT NULL AS is_ambiguous
    FROM groups JOIN doubts USING ("group") LEFT JOIN owners USING ("group")
  )
  SELECT record, known AS person, known, 'linked' AS state, rule, found FROM known_links WHERE known IS NOT NULL
  UNION ALL
  SELECT
    record, coalesce(known, "group"), known,
    CASE WHEN known IS NOT NULL THEN 'attached' WHEN is_ambiguous THEN 'ambiguous' ELSE 'unlinked' END,
    rule, found
  FROM verdicts
) TO (getvariable('output') || '/silver.links.parquet') (COMPRESSION snappy);

-- HMAC-SHA-256, whose two pads are made of the key beforehand.
CREATE MACRO pseudonym(number) AS
  sha256(getvariable('outer_pad') || unhex(sha256(getvariable('inner_pad') || encode(hex(number)))))[1:32];

CREATE MACRO years_since(day) AS
  CAST(floor((20250630 - (year(day) * 10000 + month(day) * 100 + day(day))) / 10000) AS INTEGER);

CREATE MACRO region_of(country, state) AS
  coalesce(CASE WHEN coalesce(country, 'AU') = 'AU' THEN state ELSE country END, 'unknown');

CREATE MACRO age_band_of(age) AS
  CASE
    WHEN age < 15 THEN 'under 15' WHEN age < 18 THEN '15-17' WHEN age < 25 THEN '18-24'
    WHEN age < 45 THEN '25-44' WHEN age < 65 THEN '45-64' WHEN age >= 65 THEN '65 and over' ELSE 'unknown'
  END;

CREATE MACRO tier_of(is_member, tier) AS
  CASE WHEN is_member THEN coalesce(tier, 'UNKNOWN') ELSE 'NOT A MEMBER' END;

CREATE MACRO relation_of(is_customer, is_member) AS
  CASE
    WHEN is_customer AND is_member THEN 'customer and member' WHEN is_customer THEN 'customer'
    WHEN is_member THEN 'member' ELSE 'not known'
  END;

COPY (
  WITH counted AS (
    SELECT
      person, max(known) AS known, bool_or(l.state = 'ambiguous') AS is_ambiguous, count(*)::INTEGER AS records,
      bit_or(exposed_mask) AS exposed_mask,
      min(email) AS email, min(birth_date) AS birth_date, min(street) AS street, min(r.state) AS state,
      min(country) AS country, min(tier) AS tier
    FROM (SELECT record, person, known, state FROM stored('silver.links')) AS l
    JOIN stored('silver.impacted_records') AS r ON hash(r.record_id) = l.record
    GROUP BY person
  ),
  told AS (
    SELECT
      pseudonym(person) AS person_id,
      CASE WHEN known IS NOT NULL THEN 'known' WHEN is_ambiguous THEN 'ambiguous' ELSE 'unlinked' END AS link_state,
      coalesce(k.is_customer, false) AS is_customer,
      coalesce(k.is_member, false) AS is_member,
      records, exposed_mask,
      k.customer_id,
      coalesce(k.email, c.email) AS email,
      coalesce(k.birth_date, c.birth_date) AS birth_date,
      coalesce(k.street, c.street) AS street,
      coalesce(k.state, c.state) AS state,
      coalesce(k.country, c.country) AS country,
      coalesce(k.tier, c.tier) AS tier,
      coalesce(k.deceased, false) AS deceased
    FROM counted AS c LEFT JOIN stored('silver.known_people') AS k ON known = hash(k.known_id)
  )
  SELECT
    person_id, link_state, is_customer, is_member, records, exposed_mask,
    NOT deceased AS must_be_told,
    CASE WHEN deceased THEN 'estate' WHEN age_band_of(years_since(birth_date)) = 'under 15' THEN 'guardian' ELSE 'themselves' END AS addressee,
    CASE WHEN email IS NOT NULL THEN 1 ELSE 0 END | CASE WHEN street IS NOT NULL THEN 2 ELSE 0 END AS contact_channels,
    customer_id AS contact_customer_id, email AS contact_email, street AS contact_street,
    region_of(country, state) AS region,
    age_band_of(years_since(birth_date)) AS age_band,
    tier_of(is_member, tier) AS tier,
    relation_of(is_customer, is_member) AS relation,
    CASE WHEN deceased THEN 'yes' ELSE 'no' END AS deceased
  FROM told
) TO (getvariable('output') || '/silver.people.parquet') (COMPRESSION snappy);
