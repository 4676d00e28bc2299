package aftermath.incident;

/** A file format that deliveries come in; in the file lower case with dashes. */
public enum Format {
  CSV,
  /** One JSON object a line. */
  NDJSON,
  /** One JSON array of objects, or several after each other. */
  JSON_ARRAY,
  PARQUET,
  DELTA,
  /** Amazon SES event publishing, one JSON object a line. */
  AMAZON_SES
}
