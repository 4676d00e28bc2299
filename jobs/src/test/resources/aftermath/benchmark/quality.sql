-- What is in every delivered column, and what should not be there: the detectors of
-- aftermath.functions, as far as SQL goes. A cheap test first: most values hold too few digits and no
-- telling sign, and only the others are looked at closely.

CREATE MACRO luhn_sum(digits) AS
  list_sum(list_transform(range(1, length(digits) + 1), lambda i:
    CASE
      WHEN (length(digits) - i) % 2 = 0 THEN digits[i]::INTEGER
      WHEN digits[i]::INTEGER > 4 THEN digits[i]::INTEGER * 2 - 9
      ELSE digits[i]::INTEGER * 2
    END));

CREATE MACRO is_card(digits) AS
  regexp_full_match(digits,
    '4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|(?:222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}'
    || '|3[47]\d{13}|3[689]\d{12}|(?:3095|30[0-5]\d)\d{10}|35(?:2[89]|[3-8]\d)\d{12}|(?:6011|65\d\d|64[4-9]\d|62\d\d)\d{12,15}')
  AND luhn_sum(digits) % 10 = 0;

CREATE MACRO weighted_sum(digits, weights) AS
  list_sum(list_transform(range(1, len(weights) + 1), lambda i: digits[i]::INTEGER * weights[i]));

CREATE MACRO is_tax_file_number(digits) AS
  regexp_full_match(digits, '\d{9}') AND weighted_sum(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) > 0
  AND weighted_sum(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 = 0;

CREATE MACRO is_medicare_number(digits) AS
  regexp_full_match(digits, '[2-6]\d{8}[1-9]\d?')
  AND weighted_sum(digits, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 = digits[9]::INTEGER;

-- The number that an account number makes when letters count from ten and the head goes last, modulo 97.
CREATE MACRO is_iban(account) AS
  list_reduce(
    list_transform(
      string_split(account[5:] || account[1:4], ''),
      lambda c: CASE WHEN c BETWEEN '0' AND '9' THEN c::INTEGER ELSE ascii(c) - 55 END),
    lambda rest, n: (rest * (CASE WHEN n > 9 THEN 100 ELSE 10 END) + n) % 97) = 1;

CREATE MACRO iban_length(country) AS
  MAP {'AD': 24, 'AE': 23, 'AT': 20, 'BE': 16, 'BG': 22, 'CH': 21, 'CY': 28, 'CZ': 24, 'DE': 22, 'DK': 18, 'EE': 20,
    'ES': 24, 'FI': 18, 'FR': 27, 'GB': 22, 'GR': 27, 'HR': 21, 'HU': 28, 'IE': 22, 'IL': 23, 'IS': 26, 'IT': 27,
    'LI': 21, 'LT': 20, 'LU': 20, 'LV': 21, 'MC': 27, 'MT': 31, 'NL': 18, 'NO': 15, 'PL': 28, 'PT': 25, 'RO': 24,
    'SA': 24, 'SE': 24, 'SI': 19, 'SK': 24, 'SM': 27, 'TR': 26}[country];

-- Words that say what a number is count up to 48 letters before it and 24 behind it.
CREATE MACRO is_near(value, number, words) AS
  regexp_matches(
    value[greatest(strpos(value, number) - 49, 1) : strpos(value, number) + length(number) + 32],
    '(?i)(?:^|[^a-z])(?:' || words || ')');

-- Letters, points and underscores next to a run make it a part of something else.
CREATE MACRO runs_of_groups(value) AS
  list_filter(
    regexp_extract_all(value,
      '[A-Za-z._+]*\d+(?:[ /-]\d+)*(?:(?:\.\d|[A-Za-z_+])(?:[0-9A-Za-z._+]*\d(?:[ /-]\d+)*)?)*'),
    lambda run: regexp_full_match(run, '[\d /-]+'));

CREATE TEMP TABLE suspects AS
WITH delivered AS (
  SELECT delivery_id, * EXCLUDE (delivery_id, line, undeclared), undeclared['NOTES'] AS "NOTES"
  FROM stored('bronze.impacted_records')
),
every_value AS (
  UNPIVOT delivered ON * EXCLUDE (delivery_id) INTO NAME column_name VALUE value
)
SELECT row_number() OVER () AS number, delivery_id, column_name, value
FROM every_value
WHERE strlen(value) >= 8 AND regexp_matches(value, '(?:[0-9][^0-9]*){6}|[$:={<]');

-- One row per run of digit groups: 4111 1111-1111 1111 is one run of four groups.
CREATE TEMP TABLE numbers AS
WITH runs AS (
  SELECT number, value, unnest(runs_of_groups(value)) AS run FROM suspects
)
SELECT
  number, value, run,
  string_split(translate(run, '-/', '  '), ' ') AS groups,
  regexp_replace(run, '[^0-9]', '', 'g') AS digits,
  list_transform(groups, lambda g: length(g)) AS lengths
FROM runs;

CREATE TEMP TABLE hits AS
WITH cards AS (
  SELECT DISTINCT number
  FROM numbers, unnest(range(1, len(groups) + 1)) AS g(first)
  WHERE (lengths[first] >= 13 AND is_card(groups[first]))
    OR (lengths[first:first + 3] IN ([4, 4, 4, 4]) AND is_card(array_to_string(groups[first:first + 3], '')))
    OR (lengths[first:first + 4] IN ([4, 4, 4, 4, 3]) AND is_card(array_to_string(groups[first:first + 4], '')))
    OR (lengths[first:first + 2] IN ([4, 6, 5], [4, 6, 4]) AND is_card(array_to_string(groups[first:first + 2], '')))
),
accounts AS (
  SELECT DISTINCT number
  FROM (
    SELECT
      number,
      unnest(regexp_extract_all(value, '(?:^|[^0-9A-Za-z])([A-Za-z]{2}\d{2}(?: ?[0-9A-Za-z]){7,40})', 1)) AS written,
      upper(replace(written, ' ', '')) AS compact,
      iban_length(compact[1:2]) AS length
    FROM suspects
  )
  WHERE length(compact) >= length AND is_iban(compact[1:length])
),
tax_file_numbers AS (
  SELECT DISTINCT number FROM numbers
  WHERE (lengths = [3, 3, 3] OR (lengths = [9] AND is_near(value, run, 'tfn|tax file|taxfile'))) AND is_tax_file_number(digits)
),
medicare_numbers AS (
  SELECT DISTINCT number FROM numbers
  WHERE (lengths IN ([4, 5, 1], [4, 5, 1, 1], [4, 5, 2]) OR (lengths IN ([10], [11], [10, 1]) AND is_near(value, run, 'medicare')))
    AND is_medicare_number(digits)
),
passports AS (
  SELECT DISTINCT number
  FROM (
    SELECT number, value, unnest(regexp_extract_all(value, '[0-9A-Za-z]+')) AS word
    FROM suspects
    WHERE value ILIKE '%passport%'
  )
  WHERE length(word) BETWEEN 7 AND 9 AND length(regexp_replace(word, '[^0-9]', '', 'g')) >= 6 AND is_near(value, word, 'passport')
  UNION
  SELECT number FROM suspects WHERE regexp_matches(value, '(?:^|[^0-9A-Za-z])P<[A-Z<]{3}[A-Z<]*<<[A-Z<]*') AND length(value) >= 30
),
passwords AS (
  SELECT DISTINCT number
  FROM (
    SELECT
      number,
      unnest(regexp_extract_all(value,
        '(?i)(?:^|[^a-z])(?:password|passwd|passcode|passphrase|pwd)[ "'']*[:=][ "'']*([^\x00- ,;"'']{4,})', 1)) AS word
    FROM suspects
  )
  WHERE NOT regexp_full_match(word, '[*xX.]+')
    AND regexp_replace(lower(word), '[^a-z]+$', '') NOT IN (
      'changed', 'expired', 'forgot', 'forgotten', 'hidden', 'incorrect', 'invalid', 'locked', 'lost', 'none', 'null',
      'redacted', 'removed', 'required', 'reset', 'true', 'false', 'unknown', 'wrong', 'updated')
  UNION
  SELECT number FROM suspects WHERE regexp_matches(value, '(?i)(?:^|[^a-z])pin[ "'']*[:=][ "'']*\d{4,12}(?:[\x00- ,;"'']|$)')
  UNION
  SELECT number FROM suspects
  WHERE regexp_matches(value, '\$(?:1|5|6|y|7|2[abxy]?|argon2(?:id|i|d)|scrypt|pbkdf2[a-z0-9-]*)\$[./A-Za-z0-9$=,+-]{22,}')
    OR regexp_matches(value, '(?i)\{(?:S?SHA(?:256|384|512)?|S?MD5|CRYPT|BCRYPT|PBKDF2[A-Z0-9-]*)\}[./A-Za-z0-9$=,+]{13,}')
)
SELECT 'payment_card' AS detector, number FROM cards
UNION ALL SELECT 'iban', number FROM accounts
UNION ALL SELECT 'tax_file_number', number FROM tax_file_numbers
UNION ALL SELECT 'medicare_number', number FROM medicare_numbers
UNION ALL SELECT 'passport', number FROM passports
UNION ALL SELECT 'password', number FROM passwords;

-- How much of every delivered column is filled.
CREATE TEMP TABLE filled AS
WITH counted AS (
  SELECT
    'impacted_records' AS role, delivery_id, count(*) AS rows,
    count(COLUMNS(* EXCLUDE (delivery_id, line, undeclared))), count(undeclared['NOTES']) AS "NOTES"
  FROM stored('bronze.impacted_records') GROUP BY delivery_id
)
UNPIVOT counted ON * EXCLUDE (role, delivery_id, rows) INTO NAME column_name VALUE filled;

INSERT INTO filled
WITH counted AS (
  SELECT 'customers' AS role, delivery_id, count(*) AS rows, count(COLUMNS(* EXCLUDE (delivery_id, line)))
  FROM stored('bronze.customers') GROUP BY delivery_id
)
UNPIVOT counted ON * EXCLUDE (role, delivery_id, rows) INTO NAME column_name VALUE filled;

INSERT INTO filled
WITH counted AS (
  SELECT 'members' AS role, delivery_id, count(*) AS rows, count(COLUMNS(* EXCLUDE (delivery_id, line)))
  FROM stored('bronze.members') GROUP BY delivery_id
)
UNPIVOT counted ON * EXCLUDE (role, delivery_id, rows) INTO NAME column_name VALUE filled;

COPY (
  WITH found AS (
    SELECT delivery_id, column_name, detector, count(*) AS hits FROM hits JOIN suspects USING (number) GROUP BY ALL
  )
  SELECT role, delivery_id, column_name, rows, filled, map_from_entries(list((detector, hits)) FILTER (detector IS NOT NULL)) AS hits
  FROM filled LEFT JOIN found USING (delivery_id, column_name)
  GROUP BY ALL
) TO (getvariable('output') || '/silver.column_profiles.parquet') (COMPRESSION snappy);

COPY (
  WITH detectors AS (
    SELECT unnest(['payment_card', 'iban', 'tax_file_number', 'medicare_number', 'passport', 'password']) AS detector
  )
  SELECT
    detector, column_name AS delivered_column, true AS is_denied, (SELECT count(*) FROM stored('bronze.impacted_records')) AS rows_scanned, sum(filled)::BIGINT AS values_scanned,
    sum(coalesce(hits[detector], 0))::BIGINT AS hits
  FROM stored('silver.column_profiles') CROSS JOIN detectors
  WHERE role = 'impacted_records' AND filled > 0
  GROUP BY ALL
) TO (getvariable('output') || '/gold.unexpected_data.parquet') (COMPRESSION snappy);

COPY (
  WITH fed (column_name, attribute, field) AS (
    VALUES
      ('firstname', 'given_name', 'name'), ('user_first_name', 'given_name', 'name'), ('first_nm', 'given_name', 'name'),
      ('lastname', 'family_name', 'name'), ('user_last_name', 'family_name', 'name'), ('last_nm', 'family_name', 'name'),
      ('email', 'email', 'email'), ('contact_email', 'email', 'email'),
      ('phone', 'phone', 'phone'), ('mobile', 'phone', 'phone'),
      ('dob', 'birth_date', 'birth_date'), ('birth_date', 'birth_date', 'birth_date'),
      ('gender', 'gender', 'gender'), ('street', 'street', 'address'), ('suburb', 'suburb', 'address'),
      ('state', 'state', NULL), ('postcode', 'postcode', 'address'), ('country', 'country', NULL),
      ('ff_number', 'member_number', 'member_number'), ('loyalty_no', 'member_number', 'member_number'),
      ('ff_tier', 'tier', 'tier'), ('ff_points', 'points_balance', 'points_balance'),
      ('ff_status_credits', 'status_credits', 'status_credits'), ('meal_pref', 'meal', 'meal')
  ),
  fed_by_others (role, column_name, attribute) AS (
    SELECT 'customers', unnest(['customer_id', 'ff_number', 'given_name', 'family_name', 'email', 'phone', 'birth_date', 'street',
        'suburb', 'state', 'postcode', 'country', 'deceased']),
      unnest(['customer_id', 'member_number', 'given_name', 'family_name', 'email', 'phone', 'birth_date', 'street',
        'suburb', 'state', 'postcode', 'country', 'deceased'])
    UNION ALL
    SELECT 'members', unnest(['member_no', 'given_name', 'family_name', 'email', 'tier', 'points', 'status_credits']),
      unnest(['member_number', 'given_name', 'family_name', 'email', 'tier', 'points_balance', 'status_credits'])
  ),
  feeding AS (
    SELECT 'impacted_records' AS role, column_name, attribute, field FROM fed
    UNION ALL
    SELECT role, column_name, attribute, NULL FROM fed_by_others
  )
  SELECT role, field, attribute, column_name AS delivered_column, file, rows, filled AS rows_filled
  FROM stored('silver.column_profiles') JOIN feeding USING (role, column_name) JOIN deliveries USING (delivery_id)
  WHERE filled > 0
) TO (getvariable('output') || '/gold.field_provenance.parquet') (COMPRESSION snappy);
