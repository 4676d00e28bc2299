-- Delivered strings made comparable, with the meaning of aftermath.functions on values that occur in
-- generated deliveries. What DuckDB lacks and these data do not need: compatibility composition (NFKC)
-- of identifiers, numbering plans of telephones (libphonenumber) and currency signs inside amounts.
-- The first branch of each macro is for the many values that need nothing.

CREATE MACRO unseen_removed(value) AS
  nullif(trim(regexp_replace(regexp_replace(
    translate(nfc_normalize(value), '‘’‚‛ʹʻʼʽ′´`＇‐‑‒–—―−﹘﹣－', '''''''''''''''''''''''''----------'),
    '[\s\p{Z}]+', ' ', 'g'), '[\p{Cc}\p{Cf}]', '', 'g')), '');

CREATE MACRO is_plain(value) AS regexp_full_match(value, '[!-_a-~]+(?: [!-_a-~]+)*');

CREATE MACRO folded(value) AS CASE WHEN is_plain(value) THEN value ELSE unseen_removed(value) END;

CREATE MACRO folded_upper(value) AS
  CASE WHEN is_plain(value) THEN upper(value) ELSE replace(upper(unseen_removed(value)), 'ẞ', 'SS') END;

CREATE MACRO is_nowhere_a_value(word) AS
  length(word) <= 14 AND (
    list_contains(
      ['N/A', 'N.A', '#N/A', '(NULL)', '<NULL>', '\N', 'NOT APPLICABLE', 'NOT AVAILABLE', 'NOT KNOWN',
        'NOT PROVIDED', 'NOT SPECIFIED', 'NOT SUPPLIED', 'TBA', 'TBC', 'TBD', 'UNDEFINED', 'UNKNOWN', 'UNSPECIFIED'],
      word)
    OR regexp_full_match(word, 'X{3,}'));

CREATE MACRO standard_code(value) AS (
  CASE
    WHEN NOT regexp_matches(value, '[^\x00-/:-@[-`{-\x7F]') THEN NULL
    WHEN is_nowhere_a_value(folded_upper(value)) OR folded_upper(value) IN ('NULL', 'NIL') THEN NULL
    ELSE folded_upper(value)
  END);

CREATE MACRO standard_text(value) AS (
  CASE
    WHEN NOT regexp_matches(value, '[^\x00-/:-@[-`{-\x7F]') THEN NULL
    WHEN is_nowhere_a_value(folded_upper(value)) OR folded_upper(value) IN ('NULL', 'NIL') THEN NULL
    ELSE folded(value)
  END);

CREATE MACRO bare_name(folded) AS
  regexp_replace(
    regexp_replace(folded, '^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$', '', 'g'),
    '^(?:(?:MR|MRS|MS|MISS|MX|DR|PROF|REV|SIR)[ .][^\p{L}\p{N}]*)+([^\p{L}]*\p{L}.*)$', '\1');

CREATE MACRO standard_name(value) AS (
  CASE
    WHEN regexp_full_match(value, '[A-Za-z](?:[!-\-/-_a-~]*[A-Za-z])?')
      THEN CASE WHEN is_nowhere_a_value(upper(value)) THEN NULL ELSE upper(value) END
    WHEN NOT regexp_matches(value, '\p{L}') OR is_nowhere_a_value(bare_name(folded_upper(value))) THEN NULL
    ELSE bare_name(folded_upper(value))
  END);

CREATE MACRO standard_email(value) AS (
  CASE
    WHEN regexp_full_match(value, '[a-z0-9._+-]+@[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)+') THEN value
    ELSE nullif(regexp_extract(
      nfc_normalize(lower(regexp_replace(folded(value), '(?i)^(?:.*<)?(?:\s*mailto:)*\s*([^<>]*?)\s*>?[^>]*$', '\1'))),
      '^[^\x00- ()<>\[\]:;,\\"\x7F@]+@[^\x00- ()<>\[\]:;,\\"\x7F@.]+(?:\.[^\x00- ()<>\[\]:;,\\"\x7F@.]+)+$'), '')
  END);

CREATE MACRO key_of_letters_and_digits(value) AS
  CASE
    WHEN regexp_full_match(value, '[A-Z0-9]+') THEN value
    ELSE nullif(regexp_replace(upper(value), '[^\p{L}\p{N}]', '', 'g'), '')
  END;

CREATE MACRO is_no_key(key) AS
  (key[1] = '0' OR length(key) >= 7) AND key[1] BETWEEN '0' AND '9' AND key = repeat(key[1], length(key))
  OR list_contains(
    ['TBA', 'TBC', 'TBD', 'UNDEFINED', 'UNKNOWN', 'UNSPECIFIED', 'NULL', 'NIL', 'NA', 'N', 'NONE', 'NOTAPPLICABLE',
      'NOTAVAILABLE', 'NOTKNOWN', 'NOTPROVIDED', 'NOTSPECIFIED', 'NOTSUPPLIED'],
    key)
  OR regexp_full_match(key, 'X{3,}');

CREATE MACRO standard_identifier(value) AS (
  CASE WHEN is_no_key(key_of_letters_and_digits(value)) THEN NULL ELSE key_of_letters_and_digits(value) END);

CREATE MACRO standard_member_number(value) AS (
  CASE WHEN regexp_full_match(standard_identifier(value), '\d{7,10}') THEN standard_identifier(value) END);

-- Read as of Australia where no country code is written.
CREATE MACRO dialled(value, digits) AS (
  CASE
    WHEN digits = repeat(digits[1], length(digits)) THEN NULL
    WHEN value[1] = '+' THEN CASE WHEN length(digits) BETWEEN 8 AND 15 THEN '+' || digits END
    WHEN length(digits) = 10 AND digits[1] = '0' THEN '+61' || digits[2:]
    WHEN length(digits) = 11 AND digits[1:2] = '61' THEN '+' || digits
    WHEN length(digits) = 9 AND digits[1] <> '0' THEN '+61' || digits
  END);

CREATE MACRO standard_phone(value) AS (
  CASE
    WHEN regexp_full_match(value, '\+?[0-9 ().-]{6,24}') THEN dialled(value, regexp_replace(value, '[^0-9]', '', 'g'))
  END);

CREATE MACRO standard_number(value) AS (
  CASE
    WHEN regexp_full_match(value, '\d{1,14}(?:\.\d+)?') THEN try_cast(value AS DECIMAL(18, 4))
    WHEN regexp_full_match(value, '[ $A-Z]*-?\d{1,3}(?:,\d{3})*(?:\.\d+)?[ A-Z]*') THEN try_cast(regexp_replace(value, '[ $A-Z,]', '', 'g') AS DECIMAL(18, 4))
  END);

CREATE MACRO standard_flag(value) AS (
  CASE
    WHEN list_contains(['Y', 'YES', 'TRUE', 'T', '1', 'X', 'ON', 'J', 'JA', 'OUI', 'SI', 'SIM'], upper(trim(value))) THEN true
    WHEN list_contains(['N', 'NO', 'FALSE', 'F', '0', 'OFF', 'NEIN', 'NON', 'NEE', 'NAO'], upper(trim(value))) THEN false
  END);

CREATE MACRO day_as_written(value) AS
  CASE
    WHEN regexp_full_match(value, '\d{4}-\d\d-\d\d') THEN try_cast(value AS DATE)
    WHEN regexp_full_match(value, '\d\d/\d\d/\d{4}') THEN try_cast(value[7:10] || '-' || value[4:5] || '-' || value[1:2] AS DATE)
    WHEN regexp_full_match(value, '\d{4}-\d\d-\d\d[T ]\d\d:\d\d[0-9:.+Z -]*') THEN try_cast(value[1:10] AS DATE)
  END;

CREATE MACRO standard_birth_date(value) AS (
  CASE
    WHEN day_as_written(trim(value)) BETWEEN DATE '1901-01-01' AND DATE '2025-06-30' THEN day_as_written(trim(value))
  END);
