package aftermath.intake;

import aftermath.incident.CsvDialect;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a CSV file is written, in a form that can be sent to executors.
 *
 * @param fallback name of the encoding for values that are not valid in the file's own; empty: none
 */
record CsvShape(char delimiter, char quote, FirstRow firstRow, String encoding, String fallback)
    implements Serializable {

  static final CsvShape PLAIN =
      new CsvShape(',', '"', FirstRow.NAMES, StandardCharsets.UTF_8.name(), "");

  /** What the first record is. */
  enum FirstRow {
    NAMES,
    VALUES
  }

  static CsvShape of(CsvDialect dialect) {
    return dialect == null
        ? PLAIN
        : new CsvShape(
            dialect.delimiter(),
            dialect.quote(),
            dialect.header() ? FirstRow.NAMES : FirstRow.VALUES,
            dialect.encoding().name(),
            dialect.fallbackEncoding().map(Charset::name).orElse(""));
  }

  Optional<Charset> fallbackCharset() {
    return fallback.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(fallback));
  }
}
