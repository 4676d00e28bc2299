package aftermath.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the records and fields of a CSV text (RFC 4180) in its bytes.
 *
 * <p>Well-kept CSV libraries exist, and the tests compare this one with FastCSV. None of them tells
 * the byte offset of a record, which splits need; none says on which line a record begins when
 * earlier ones were broken; and all of them let one stray quote swallow the good rows behind it.
 *
 * <p>A quote inside an unquoted field is a character like any other. A record is broken when
 * something follows a closing quote, when a quote is never closed, when it is too long, or when it
 * spans lines and has the wrong number of columns: then only its first physical line is set aside,
 * and reading goes on with the next one. What is found depends on nothing but the bytes from the
 * record's first one on, so any split that begins on a record finds the same.
 */
final class CsvRecords extends Records {

  /** The field's bytes are not all ASCII. */
  static final int FOREIGN = 1;

  /** The field holds doubled quotes. */
  static final int DOUBLED = 2;

  /** The field holds a NUL byte. */
  static final int NUL = 4;

  private static final byte PLAIN = 0;
  private static final byte DELIMITER = 1;
  private static final byte LINE_END = 2;
  private static final byte QUOTE = 3;
  private static final byte ZERO = 4;
  private static final byte HIGH = 5;

  private static final int STREAM_ENDS = -1;
  private static final int TOO_LONG = -2;

  private final byte[] kinds = new byte[256];
  private final byte quote;
  private int expected = -1;

  private int length;
  private int fields;
  private int[] froms = new int[64];
  private int[] tos = new int[64];
  private int[] marks = new int[64];
  private int allMarks;

  /** Of the first line end inside a quoted field, relative to the record; -1: none so far. */
  private int innerLineEnd;

  private int behindInnerLineEnd;
  private int innerLineEnds;

  CsvRecords(ByteWindow window, CsvShape shape, Charset charset, long line, long end) {
    super(window, charset, line, end);
    quote = (byte) shape.quote();
    Arrays.fill(kinds, 128, 256, HIGH);
    kinds[0] = ZERO;
    kinds['\n'] = LINE_END;
    kinds['\r'] = LINE_END;
    kinds[shape.quote() & 0x7f] = QUOTE;
    kinds[shape.delimiter() & 0x7f] = DELIMITER;
  }

  /** From now on a record of another number of columns is broken. */
  void expectColumns(int count) {
    expected = count;
  }

  int fields() {
    return fields;
  }

  /** Index in the window of a field's first byte. */
  int from(int field) {
    return start + froms[field];
  }

  /** Index in the window behind a field's last byte. */
  int to(int field) {
    return start + tos[field];
  }

  int marks(int field) {
    return marks[field];
  }

  /** The marks of all fields of the record together. */
  int allMarks() {
    return allMarks;
  }

  byte[] bytes() {
    return window.bytes();
  }

  /** The bytes of a field, with doubled quotes made single. */
  byte[] undoubled(int field) {
    byte[] bytes = window.bytes();
    int to = to(field);
    byte[] single = new byte[to - from(field)];
    int length = 0;
    for (int i = from(field); i < to; i++) {
      single[length++] = bytes[i];
      if (bytes[i] == quote && i + 1 < to && bytes[i + 1] == quote) {
        i++;
      }
    }
    return Arrays.copyOf(single, length);
  }

  /** The fields as text; for headers, since rows are not worth the strings. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int field = 0; field < fields; field++) {
      texts.add(
          (marks[field] & DOUBLED) != 0
              ? new String(undoubled(field), charset)
              : new String(window.bytes(), from(field), to(field) - from(field), charset));
    }
    return texts;
  }

  @Override
  Found next() throws IOException {
    while (!isBehindEnd()) {
      start = position;
      int i = await(position);
      if (i < 0) {
        return ended(start);
      }
      if (!isLineEnd(window.bytes()[i])) {
        line = nextLine;
        return record();
      }
      position = behindLineEnd(i);
      nextLine++;
    }
    return Found.END;
  }

  /**
   * Moves to the first record that begins at the offset or behind it; returns false if none does.
   * Lines without a quote, which are most lines, are passed without looking at their fields.
   */
  boolean moveTo(long offset) throws IOException {
    int i = position;
    start = position;
    while (offset() < offset) {
      int at = LineSearch.lineEndOrQuote(window.bytes(), i, window.limit(), quote);
      if (at < window.limit() && window.bytes()[at] != quote) {
        position = behindLineEnd(at);
        nextLine++;
        start = position;
        i = position;
        continue;
      }
      if (at == window.limit() && at - start <= LONGEST) {
        i = await(at);
        if (i < 0) {
          position = window.limit();
          return false;
        }
        position = start;
        continue;
      }
      line = nextLine;
      record();
      start = position;
      i = position;
    }
    return true;
  }

  /** Sets the current record aside although its fields were found. */
  void setAside(String why) {
    broken(why, start, start + length);
  }

  @Override
  protected boolean isLineEnd(byte value) {
    return value == '\n' || value == '\r';
  }

  private Found record() throws IOException {
    fields = 0;
    allMarks = 0;
    innerLineEnd = -1;
    innerLineEnds = 0;
    byte[] bytes = window.bytes();
    int limit = window.limit();
    int i = start;
    while (true) {
      // Here a field begins.
      if (i == limit) {
        i = awaitInRecord(i);
        if (i < 0) {
          return i == TOO_LONG ? tooLong() : lastField(window.limit() - start, 0);
        }
        bytes = window.bytes();
        limit = window.limit();
      }
      int mark = 0;
      int from;
      if (bytes[i] == quote) {
        i++;
        from = i - start;
        while (true) {
          while (i < limit && kinds[bytes[i] & 0xff] <= DELIMITER) {
            i++;
          }
          if (i == limit) {
            i = awaitInRecord(i);
            if (i < 0) {
              return i == TOO_LONG ? tooLong() : brokenFirstLine(Reasons.quoteNeverCloses());
            }
            bytes = window.bytes();
            limit = window.limit();
            continue;
          }
          byte kind = kinds[bytes[i] & 0xff];
          if (kind == HIGH) {
            mark |= FOREIGN;
            i++;
          } else if (kind == ZERO) {
            mark |= NUL;
            i++;
          } else if (kind == LINE_END) {
            int end = i - start;
            i = behindLineEnd(i);
            bytes = window.bytes();
            limit = window.limit();
            innerLineEnds++;
            if (innerLineEnd < 0) {
              innerLineEnd = end;
              behindInnerLineEnd = i - start;
            }
          } else {
            int to = i - start;
            i = awaitInRecord(i + 1);
            if (i < 0) {
              return i == TOO_LONG ? tooLong() : lastField(from, to, mark);
            }
            bytes = window.bytes();
            limit = window.limit();
            if (bytes[i] == quote) {
              mark |= DOUBLED;
              i++;
              continue;
            }
            byte after = kinds[bytes[i] & 0xff];
            if (after != DELIMITER && after != LINE_END) {
              return i - start > LONGEST
                  ? tooLong()
                  : brokenFirstLine(Reasons.somethingBehindAQuote());
            }
            field(from, to, mark);
            break;
          }
        }
      } else {
        from = i - start;
        while (true) {
          while (i < limit && kinds[bytes[i] & 0xff] == PLAIN) {
            i++;
          }
          if (i == limit) {
            i = awaitInRecord(i);
            if (i < 0) {
              return i == TOO_LONG ? tooLong() : lastField(from, window.limit() - start, mark);
            }
            bytes = window.bytes();
            limit = window.limit();
            continue;
          }
          byte kind = kinds[bytes[i] & 0xff];
          if (kind <= LINE_END) {
            field(from, i - start, mark);
            break;
          }
          mark |= kind == HIGH ? FOREIGN : kind == ZERO ? NUL : 0;
          i++;
        }
      }
      // Here a field has ended with a delimiter or a line end.
      if (kinds[bytes[i] & 0xff] == DELIMITER) {
        i++;
      } else {
        // Lengths, because the window may move when the byte behind a return is looked at.
        int length = i - start;
        return completed(length, behindLineEnd(i) - start);
      }
    }
  }

  private int awaitInRecord(int i) throws IOException {
    if (i < window.limit()) {
      return i;
    }
    if (i - start > LONGEST) {
      return TOO_LONG;
    }
    int at = await(i);
    return at < 0 ? STREAM_ENDS : at;
  }

  private void field(int from, int to, int mark) {
    if (fields == froms.length) {
      froms = Arrays.copyOf(froms, 2 * fields);
      tos = Arrays.copyOf(tos, 2 * fields);
      marks = Arrays.copyOf(marks, 2 * fields);
    }
    froms[fields] = from;
    tos[fields] = to;
    marks[fields] = mark;
    allMarks |= mark;
    fields++;
  }

  private Found lastField(int at, int mark) throws IOException {
    return lastField(at, at, mark);
  }

  /** The stream ends without a line end, which is fine unless it ends because it is damaged. */
  private Found lastField(int from, int to, int mark) throws IOException {
    field(from, to, mark);
    int length = window.limit() - start;
    if (window.isDamaged()) {
      return innerLineEnd < 0 ? ended(start) : brokenFirstLine(Reasons.quoteNeverCloses());
    }
    return completed(length, length);
  }

  private Found completed(int content, int behind) throws IOException {
    length = content;
    if (length > LONGEST) {
      return tooLong();
    }
    boolean isWrong = expected >= 0 && fields != expected && !hasOnlyEmptyExtras();
    if (isWrong && innerLineEnds > 0) {
      return brokenFirstLine(Reasons.wrongColumnsOverLines(fields, expected, innerLineEnds + 1));
    }
    position = start + behind;
    nextLine = line + innerLineEnds + 1;
    return isWrong
        ? broken(Reasons.wrongColumns(fields, expected), start, start + length)
        : Found.RECORD;
  }

  /** Spreadsheets write delimiters for columns that someone once touched. */
  private boolean hasOnlyEmptyExtras() {
    if (fields < expected) {
      return false;
    }
    for (int field = expected; field < fields; field++) {
      if (tos[field] > froms[field]) {
        return false;
      }
    }
    return true;
  }

  private Found tooLong() throws IOException {
    return brokenFirstLine(Reasons.tooLong());
  }

  private Found brokenFirstLine(String why) throws IOException {
    if (innerLineEnd < 0) {
      return brokenToLineEnd(why, start);
    }
    position = start + behindInnerLineEnd;
    nextLine = line + 1;
    return broken(why, start, start + innerLineEnd);
  }
}
