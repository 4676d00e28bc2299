package aftermath.incident;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a CSV file is written.
 *
 * @param header false: the columns are called {@code 1}, {@code 2}, … by position
 * @param encoding what the bytes are; a byte order mark in the file has the last word
 * @param fallbackEncoding what a value is read as that is not valid in {@code encoding}; absent:
 *     its row is set aside
 */
public record CsvDialect(
    char delimiter,
    char quote,
    boolean header,
    Charset encoding,
    Optional<Charset> fallbackEncoding) {

  /** What a file is that says nothing else. */
  public static final CsvDialect USUAL =
      new CsvDialect(',', '"', true, StandardCharsets.UTF_8, Optional.empty());
}
