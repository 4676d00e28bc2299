package aftermath.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Finds the lines of a text that holds one record a line; blank lines are none. */
final class LineRecords extends Records {

  private int length;

  LineRecords(ByteWindow window, long line, long end) {
    super(window, StandardCharsets.UTF_8, line, end);
  }

  byte[] bytes() {
    return window.bytes();
  }

  /** Index in the window of the line's first byte. */
  int from() {
    return start;
  }

  int length() {
    return length;
  }

  @Override
  Found next() throws IOException {
    while (!isBehindEnd()) {
      start = position;
      int i = await(position);
      if (i < 0) {
        return ended(start);
      }
      line = nextLine;
      int end = lineEnd(i);
      if (end == TOO_LONG) {
        return brokenToLineEnd(Reasons.tooLong(), start);
      }
      if (end == window.limit() && window.isDamaged()) {
        return ended(start);
      }
      position = Math.min(end + 1, window.limit());
      nextLine = line + 1;
      length = end - start;
      if (!isBlank(end)) {
        return Found.RECORD;
      }
    }
    return Found.END;
  }

  /** Moves to the first line that begins at the offset or behind it; false if none does. */
  boolean moveTo(long offset) throws IOException {
    boolean isInsideLine = false;
    while (isInsideLine || offset() < offset) {
      int at = LineSearch.newline(window.bytes(), position, window.limit());
      isInsideLine = at == window.limit();
      if (!isInsideLine) {
        position = at + 1;
        nextLine++;
        continue;
      }
      // Nothing of the line is needed, so that a line of any length takes no memory.
      start = at;
      position = await(at);
      if (position < 0) {
        position = window.limit();
        return false;
      }
    }
    return true;
  }

  /** Sets the current line aside although it was found whole. */
  void setAside(String why) {
    broken(why, start, start + length);
  }

  @Override
  protected boolean isLineEnd(byte value) {
    return value == '\n';
  }

  private static final int TOO_LONG = -1;

  private int lineEnd(int from) throws IOException {
    int i = from;
    while (true) {
      int at = LineSearch.newline(window.bytes(), i, window.limit());
      if (at - start > LONGEST) {
        return TOO_LONG;
      }
      if (at < window.limit()) {
        return at;
      }
      i = await(at);
      if (i < 0) {
        return window.limit();
      }
    }
  }

  private boolean isBlank(int end) {
    byte[] bytes = window.bytes();
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
