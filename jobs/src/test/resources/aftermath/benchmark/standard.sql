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

-- One regular expression each: DuckDB would make joins of lists, which compare every row.
CREATE MACRO is_nowhere_a_value(word) AS
  regexp_full_match(word,
    'N/A|N\.A|#N/A|\(NULL\)|<NULL>|\\N|NOT (?:APPLICABLE|AVAILABLE|KNOWN|PROVIDED|SPECIFIED|SUPPLIED)|TB[ACD]'
    || '|UNDEFINED|UNKNOWN|UNSPECIFIED|X{3,}');

CREATE MACRO is_no_word(word) AS is_nowhere_a_value(word) OR regexp_full_match(word, 'NULL|NIL');

CREATE MACRO standard_code(value) AS (
  CASE
    WHEN NOT regexp_matches(value, '[^\x00-/:-@[-`{-\x7F]') THEN NULL
    WHEN is_no_word(folded_upper(value)) THEN NULL
    ELSE folded_upper(value)
  END);

CREATE MACRO standard_text(value) AS (
  CASE
    WHEN NOT regexp_matches(value, '[^\x00-/:-@[-`{-\x7F]') THEN NULL
    WHEN is_no_word(folded_upper(value)) THEN NULL
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

CREATE MACRO unwrapped(value) AS
  CASE
    WHEN contains(value, '<') THEN trim(regexp_extract(value, '<([^<>]*)>[^<>]*$', 1))
    WHEN contains(value, ':') THEN regexp_replace(value, '^(?:mailto:\s*)+', '')
    ELSE value
  END;

CREATE MACRO only_address(value) AS
  CASE
    WHEN regexp_full_match(value, '[^\x00- ()<>\[\]:;,\\"\x7F@]+@[^\x00- ()<>\[\]:;,\\"\x7F@.]+(?:\.[^\x00- ()<>\[\]:;,\\"\x7F@.]+)+') THEN value
  END;

CREATE MACRO standard_email(value) AS (
  CASE
    WHEN regexp_full_match(value, '[a-z0-9._+-]+@[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)+') THEN value
    ELSE only_address(unwrapped(nfc_normalize(lower(folded(value)))))
  END);

CREATE MACRO key_of_letters_and_digits(value) AS
  CASE
    WHEN regexp_full_match(value, '[A-Z0-9]+') THEN value
    ELSE nullif(regexp_replace(upper(value), '[^\p{L}\p{N}]', '', 'g'), '')
  END;

CREATE MACRO is_no_key(key) AS
  (key[1] = '0' OR length(key) >= 7) AND key[1] BETWEEN '0' AND '9' AND key = repeat(key[1], length(key))
  OR regexp_full_match(key,
    'TB[ACD]|UNDEFINED|UNKNOWN|UNSPECIFIED|NULL|NIL|NA|N|NONE|NOT(?:APPLICABLE|AVAILABLE|KNOWN|PROVIDED|SPECIFIED|SUPPLIED)|X{3,}');

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
    WHEN regexp_full_match(value, '\+61[2-478]\d{8}') AND value[5:] <> repeat(value[4], 8) THEN value
    WHEN regexp_full_match(value, '\+?[0-9 ().-]{6,24}') THEN dialled(value, translate(value, '+ ().-', ''))
  END);

CREATE MACRO standard_number(value) AS (
  CASE
    WHEN regexp_full_match(value, '\d{1,14}(?:\.\d+)?') THEN try_cast(value AS DECIMAL(18, 4))
    WHEN regexp_full_match(value, '[ $A-Z]*-?\d{1,3}(?:,\d{3})*(?:\.\d+)?[ A-Z]*') THEN try_cast(regexp_replace(value, '[ $A-Z,]', '', 'g') AS DECIMAL(18, 4))
  END);

CREATE MACRO standard_flag(value) AS (
  CASE
    WHEN regexp_full_match(value, '(?i)\s*(?:Y|YES|TRUE|T|1|X|ON|J|JA|OUI|SI|SIM)\s*') THEN true
    WHEN regexp_full_match(value, '(?i)\s*(?:N|NO|FALSE|F|0|OFF|NEIN|NON|NEE|NAO)\s*') THEN false
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
