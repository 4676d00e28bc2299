package aftermath.intake;

import java.io.IOException;
import java.nio.charset.Charset;

/**
 * Walks over the records of a text. The line number of every record is exact, and so is the offset
 * of its first byte: both depend only on the bytes, never on how they were read.
 */
abstract class Records {

  /**
   * A longer record is set aside. Real rows are a few hundred bytes; a quote that is never closed
   * must not draw the rest of a file into memory.
   */
  static final int LONGEST = 1 << 20;

  /** How much of a record that is set aside is kept, in characters. */
  static final int TEXT_KEPT = 2_000;

  /** What the next step came upon. */
  enum Found {
    RECORD,
    /** Something to be set aside, with a reason. */
    BROKEN,
    END
  }

  protected final ByteWindow window;
  protected final Charset charset;
  private final long end;

  /** Index in the window of the current record's first byte; nothing before it is needed. */
  protected int start;

  /** Index in the window of the next record's first byte. */
  protected int position;

  /** Line number of the next record. */
  protected long nextLine;

  protected long line;
  private String reason;
  private String text;
  private boolean damageTold;

  Records(ByteWindow window, Charset charset, long line, long end) {
    this.window = window;
    this.charset = charset;
    this.nextLine = line;
    this.end = end;
  }

  abstract Found next() throws IOException;

  /** The physical line, counted from 1, on which the current record begins. */
  long line() {
    return line;
  }

  /** Why the current record is set aside. */
  String reason() {
    return reason;
  }

  /** The current record as delivered, cut to a bounded length. */
  String text() {
    return text;
  }

  /** Offset in the file at which the next record begins. */
  long offset() {
    return window.base() + position;
  }

  long nextLine() {
    return nextLine;
  }

  protected boolean isBehindEnd() {
    return offset() >= end;
  }

  /**
   * Makes sure that a byte is at index {@code i}. Returns where the byte is now, because the window
   * may have moved, or -1 if the stream ends here.
   */
  protected int await(int i) throws IOException {
    int at = i;
    while (at >= window.limit()) {
      int moved = start;
      if (!window.more(start)) {
        return -1;
      }
      start = 0;
      at -= moved;
    }
    return at;
  }

  /** The index behind the line end at {@code i}: a newline, a return, or both in this order. */
  protected int behindLineEnd(int i) throws IOException {
    if (window.bytes()[i] == '\n') {
      return i + 1;
    }
    int behind = await(i + 1);
    if (behind < 0) {
      return window.limit();
    }
    return window.bytes()[behind] == '\n' ? behind + 1 : behind;
  }

  /** Tells once that the rest of a damaged file is missing, and then ends. */
  protected Found ended(int from) {
    if (!window.isDamaged() || damageTold) {
      return Found.END;
    }
    damageTold = true;
    line = nextLine;
    position = window.limit();
    return broken(Reasons.damagedFromHere(), from, window.limit());
  }

  /** Whether the rest of the file is missing. */
  boolean isCutOff() {
    return damageTold;
  }

  /** Sets the bytes from {@code from} to {@code to} aside. */
  protected Found broken(String why, int from, int to) {
    Cut cut = Cut.of(window.bytes(), from, to, charset);
    text = cut.text();
    reason = cut.of(why);
    return Found.BROKEN;
  }

  /**
   * Sets the physical line that begins at {@code start} aside, whose end is at {@code i} or behind.
   * However long it is, only its beginning is held.
   */
  protected Found brokenToLineEnd(String why, int i) throws IOException {
    int at = i;
    byte[] head = null;
    while (true) {
      byte[] bytes = window.bytes();
      int limit = window.limit();
      while (at < limit && !isLineEnd(bytes[at])) {
        at++;
      }
      if (at < limit) {
        break;
      }
      if (head == null && at - start > Cut.BYTES) {
        head = window.copy(start, start + Cut.BYTES + 1);
      }
      if (head != null) {
        start = at;
      }
      int moved = await(at);
      if (moved < 0) {
        at = window.limit();
        break;
      }
      at = moved;
    }
    if (head == null) {
      broken(why, start, at);
    } else {
      Cut cut = Cut.of(head, 0, head.length, charset);
      text = cut.text();
      reason = cut.of(why);
    }
    if (at < window.limit()) {
      start = at;
      position = behindLineEnd(at);
      nextLine = line + 1;
    } else {
      position = at;
    }
    return Found.BROKEN;
  }

  /** Whether the byte ends a physical line in this format. */
  protected abstract boolean isLineEnd(byte value);

  /** The beginning of a text that is set aside. */
  private record Cut(String text, boolean isCut) {

    /** No character takes more bytes than four. */
    static final int BYTES = 4 * TEXT_KEPT;

    static Cut of(byte[] bytes, int from, int to, Charset charset) {
      int length = Math.min(to - from, BYTES);
      String text = new String(bytes, from, length, charset);
      if (text.length() <= TEXT_KEPT && length == to - from) {
        return new Cut(text, false);
      }
      int kept = Math.min(TEXT_KEPT, text.length());
      if (Character.isHighSurrogate(text.charAt(kept - 1))) {
        kept--;
      }
      return new Cut(text.substring(0, kept), true);
    }

    String of(String why) {
      return isCut ? Reasons.withTextCut(why) : why;
    }
  }
}
