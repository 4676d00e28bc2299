-- Where the peer's tables are: one Parquet file each, written once and read from there, as ours are.
-- Rows need no order, which lets DuckDB write with all its threads.
SET preserve_insertion_order = false;
SET TimeZone = 'UTC';
CREATE MACRO stored(name) AS TABLE
  FROM read_parquet(getvariable('output') || '/' || name || '.parquet');
