package aftermath.intake;

import aftermath.incident.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.apache.spark.sql.types.StructType;

/** Opens the reader of a split. */
final class Readers {

  private Readers() {}

  static RecordReader open(
      DeliveredFile file, Split split, SourceLayout layout, Storage storage, StructType required)
      throws IOException {
    InputStream stored = storage.open(file.path(), split.start());
    try {
      return open(file, split, layout, stored, required);
    } catch (IOException | RuntimeException e) {
      stored.close();
      throw e;
    }
  }

  private static RecordReader open(
      DeliveredFile file, Split split, SourceLayout layout, InputStream stored, StructType required)
      throws IOException {
    RowMaker maker = layout.shape().maker(required, file.deliveryId());
    InputStream text = stored;
    Charset charset = Charset.forName(file.encoding());
    if (split.isWhole()) {
      TextInput whole = TextInput.of(stored, file.compression(), charset);
      text = whole.bytes();
      charset = whole.charset();
    }
    if (layout.format() == Format.JSON_ARRAY) {
      return new JsonArrayRows(text, layout, maker);
    }
    if (layout.format().isOfProvider() && layout.format() != Format.AMAZON_SES) {
      return new ProviderRows(
          bodies(layout.format(), split, text, charset),
          Providers.of(layout.format()),
          layout,
          (NoticeShape.NoticeMaker) maker);
    }
    ByteWindow window = new ByteWindow(text, split.start(), split.end());
    if (layout.format() == Format.CSV) {
      CsvRecords records =
          new CsvRecords(window, layout.csv(), charset, split.firstLine(), split.end());
      if (split.isWhole() && layout.csv().firstRow() == CsvShape.FirstRow.NAMES) {
        // The survey has read the header and found it in order.
        records.next();
      }
      return new CsvRows(records, charset, file.columns(), layout, maker, text);
    }
    LineRecords lines = new LineRecords(window, split.firstLine(), split.end());
    return layout.format() == Format.AMAZON_SES
        ? new SesRows(
            lines, (NoticeShape.NoticeMaker) maker, layout.waveTag(), layout.personTag(), text)
        : JsonLineRows.of(lines, layout, maker, text);
  }

  /** Only lines are read in parts. */
  private static Bodies bodies(Format format, Split split, InputStream input, Charset charset)
      throws IOException {
    if (format == Format.DELIVERY_STATUS) {
      return new BodyMails(input);
    }
    if (!split.isWhole()) {
      return new BodyLines(lines(split, input), input);
    }
    PeekableInput text = new PeekableInput(input);
    return switch (Container.of(text.peek(Records.LONGEST))) {
      case LINES -> new BodyLines(lines(split, text), text);
      case VALUES -> new BodyValues(text);
      case ROWS ->
          new BodyRows(
              new CsvRecords(
                  new ByteWindow(text, split.start(), split.end()),
                  CsvShape.PLAIN,
                  charset,
                  split.firstLine(),
                  split.end()),
              text);
    };
  }

  private static LineRecords lines(Split split, InputStream text) {
    return new LineRecords(
        new ByteWindow(text, split.start(), split.end()), split.firstLine(), split.end());
  }
}
