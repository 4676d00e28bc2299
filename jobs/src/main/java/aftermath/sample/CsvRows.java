package aftermath.sample;

import java.util.List;

/** Rows of a CSV file as RFC 4180 has them, quoted only where needed. */
final class CsvRows implements RowFormat {
  private final List<Column> columns;
  private final char delimiter;

  CsvRows(List<Column> columns, String delimiter) {
    this.columns = columns;
    this.delimiter = delimiter.charAt(0);
  }

  @Override
  public void writeHeader(int part, Bytes out) {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        out.add(delimiter);
      }
      out.add(columns.get(i).title(part));
    }
    out.add('\n');
  }

  @Override
  public void write(Row row, int part, Bytes out) {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        out.add(delimiter);
      }
      int start = out.length();
      columns.get(i).write(row, out);
      out.quoteFrom(start, (byte) delimiter);
    }
    out.add('\n');
  }

  @Override
  public boolean writeBad(String kind, long number, Bytes out) {
    switch (kind) {
      case "too_short" ->
          out.add("CUT-").addNumber(number).add(delimiter).add("line lost").add('\n');
      case "too_long" -> {
        out.add("LONG-").addNumber(number);
        for (int i = 0; i < columns.size() + 1; i++) {
          out.add(delimiter);
        }
        out.add("shifted").add('\n');
      }
      case "unterminated_quote" ->
          out.add("OPEN-").addNumber(number).add(delimiter).add("\"never closed");
      default -> {
        return false;
      }
    }
    return true;
  }
}
