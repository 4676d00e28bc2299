package aftermath.incident;

import java.nio.charset.Charset;
import java.util.Optional;

/** Reads the {@code csv} of a source. */
final class CsvDialectReader {

  private CsvDialectReader() {}

  static CsvDialect read(Section section, Mistakes mistakes) {
    CsvDialect usual = CsvDialect.USUAL;
    char delimiter = section.optional("delimiter").character().orElse(usual.delimiter());
    Item quoteItem = section.optional("quote");
    Optional<Character> quote = quoteItem.character();
    if (quote.isPresent() && quote.get() == delimiter) {
      mistakes.add(Mistake.quoteIsDelimiter(quoteItem.place(), delimiter));
    }
    boolean header = section.optional("header").truth().orElse(usual.header());
    Optional<Charset> encoding = section.optional("encoding").as(Readings::charset);
    Optional<Charset> fallback = section.optional("fallback_encoding").as(Readings::charset);
    return new CsvDialect(
        delimiter,
        quote.orElse(usual.quote()),
        header,
        encoding.orElse(usual.encoding()),
        fallback);
  }
}
