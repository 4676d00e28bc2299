package aftermath.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Turns CSV records into rows. */
final class CsvRows extends RecordReader {

  private static final int UNDECLARED = -1;
  private static final String REPLACEMENT = "\ufffd";

  private final CsvRecords records;
  private final Charset charset;
  private final boolean isUtf8;
  private final Optional<Charset> fallback;
  private final List<String> columns;
  private final RowMaker maker;
  private final Closeable input;
  private final int[] slots;
  private final UTF8String[] names;
  private final boolean[] isWanted;

  /** A column whose name tells a repeated header from a row; -1: there is no header. */
  private final int telling;

  private final byte[] tellingName;

  /**
   * @param charset of the bytes as the records see them
   * @param columns names of the file's columns, in its order
   */
  CsvRows(
      CsvRecords records,
      Charset charset,
      List<String> columns,
      SourceLayout layout,
      RowMaker maker,
      Closeable input) {
    this.records = records;
    this.charset = charset;
    this.isUtf8 = charset.equals(StandardCharsets.UTF_8);
    this.fallback = layout.csv().fallbackCharset();
    this.columns = columns;
    this.maker = maker;
    this.input = input;
    records.expectColumns(columns.size());
    slots = new int[columns.size()];
    names = new UTF8String[columns.size()];
    isWanted = new boolean[columns.size()];
    boolean[] isFilled = new boolean[maker.cells.length];
    for (int column = 0; column < slots.length; column++) {
      int slot = layout.slotOf(BronzeColumns.folded(columns.get(column)));
      // When a file spells one column in two ways, the second is kept beside the first.
      slots[column] = slot < 0 || isFilled[slot] ? UNDECLARED : slot;
      if (slots[column] >= 0) {
        isFilled[slot] = true;
      }
      names[column] = UTF8String.fromString(columns.get(column));
      isWanted[column] = slots[column] < 0 ? maker.wantsUndeclared() : maker.wants(slots[column]);
    }
    telling =
        layout.csv().firstRow() == CsvShape.FirstRow.NAMES
            ? Headers.firstNamed(columns)
            : UNDECLARED;
    tellingName = telling < 0 ? new byte[0] : columns.get(telling).getBytes(charset);
  }

  @Override
  Outcome next() throws IOException {
    Records.Found found = records.next();
    if (found == Records.Found.END) {
      return Outcome.END;
    }
    if (found == Records.Found.BROKEN) {
      return setAside(records.reason(), records.text());
    }
    String why = isRepeatedHeader() ? Reasons.repeatedHeader() : fill();
    if (why == null) {
      why = maker.make(records.line());
    }
    if (why == null) {
      return Outcome.KEPT;
    }
    records.setAside(why);
    return setAside(records.reason(), records.text());
  }

  /** Fills the maker's cells; returns why the record must be set aside, or null. */
  private String fill() {
    Arrays.fill(maker.cells, null);
    if (maker.wantsUndeclared()) {
      maker.undeclared.clear();
    }
    byte[] bytes = records.bytes();
    boolean isPlain = records.allMarks() == 0;
    boolean isBlank = true;
    for (int column = 0; column < slots.length; column++) {
      int marks = isPlain ? 0 : records.marks(column);
      int from = records.from(column);
      int length = records.to(column) - from;
      isBlank &= length == 0;
      if (length == 0 || (!isWanted[column] && marks == 0)) {
        continue;
      }
      UTF8String value;
      if (marks == 0) {
        value = UTF8String.fromBytes(bytes, from, length);
      } else {
        if ((marks & CsvRecords.NUL) != 0) {
          return Reasons.nulByte(columns.get(column));
        }
        value =
            (marks & CsvRecords.DOUBLED) != 0
                ? UTF8String.fromBytes(records.undoubled(column))
                : UTF8String.fromBytes(bytes, from, length);
        if ((marks & CsvRecords.FOREIGN) != 0) {
          value = decoded(value);
          if (value == null) {
            return Reasons.notDecodable(columns.get(column), charset.name());
          }
        }
      }
      if (slots[column] >= 0) {
        maker.cells[slots[column]] = value;
      } else if (isWanted[column]) {
        maker.undeclared.put(names[column], value);
      }
    }
    return isBlank ? Reasons.noValue() : null;
  }

  private UTF8String decoded(UTF8String value) {
    if (isUtf8) {
      return value.isValid() ? value : decodedByFallback(value);
    }
    String decoded = new String(value.getBytes(), charset);
    return decoded.contains(REPLACEMENT)
        ? decodedByFallback(value)
        : UTF8String.fromString(decoded);
  }

  private UTF8String decodedByFallback(UTF8String value) {
    if (fallback.isEmpty()) {
      return null;
    }
    String decoded = new String(value.getBytes(), fallback.get());
    return decoded.contains(REPLACEMENT) ? null : UTF8String.fromString(decoded);
  }

  /** Files that were put together from several repeat their header, perhaps with its mark. */
  private boolean isRepeatedHeader() {
    if (telling < 0 || !couldBeTellingName()) {
      return false;
    }
    return Headers.isRepeated(records.texts(), columns);
  }

  private boolean couldBeTellingName() {
    byte[] bytes = records.bytes();
    int from = records.from(telling);
    int to = records.to(telling);
    while (from < to && bytes[from] <= ' ' && bytes[from] != tellingName[0]) {
      from++;
    }
    if (to - from < tellingName.length) {
      return false;
    }
    for (int i = 0; i < tellingName.length; i++) {
      if ((bytes[from + i] | 0x20) != (tellingName[i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  @Override
  long line() {
    return records.line();
  }

  @Override
  InternalRow row() {
    return maker.row();
  }

  @Override
  boolean isCutOff() {
    return records.isCutOff();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
