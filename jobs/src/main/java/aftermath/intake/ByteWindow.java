package aftermath.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a stream that is being looked at. Bytes before the current record are dropped when
 * more are read, so memory is bounded by the longest record that is allowed.
 */
final class ByteWindow {

  private static final int STEP = 256 * 1024;
  private static final int STEP_BEHIND_END = 32 * 1024;

  private final InputStream in;
  private final long end;
  private byte[] bytes;
  private int limit;
  private long base;
  private boolean ended;
  private boolean damaged;

  /**
   * @param base offset in the file of the stream's first byte
   * @param end offset up to which the stream will surely be read; behind it, steps are small
   */
  ByteWindow(InputStream in, long base, long end) {
    this.in = in;
    this.base = base;
    this.end = end;
    this.bytes = new byte[1024 + (int) Math.min(Math.max(end - base, 0), STEP)];
  }

  byte[] bytes() {
    return bytes;
  }

  int limit() {
    return limit;
  }

  /** Offset in the file of the window's first byte. */
  long base() {
    return base;
  }

  /** Whether the stream ended because compressed data is damaged. */
  boolean isDamaged() {
    return damaged;
  }

  /**
   * Drops the bytes before the index {@code keep}, which becomes index 0, and reads more behind the
   * rest. Returns false, having moved nothing, once the stream has ended.
   */
  boolean more(int keep) throws IOException {
    if (ended) {
      return false;
    }
    int kept = limit - keep;
    int step = (int) Math.min(STEP, Math.max(end - base - limit, STEP_BEHIND_END));
    byte[] target =
        kept + step <= bytes.length
            ? bytes
            : new byte[Math.max(kept + step, Math.min(2 * bytes.length, kept + STEP))];
    System.arraycopy(bytes, keep, target, 0, kept);
    bytes = target;
    limit = kept;
    base += keep;
    int count;
    try {
      count = in.read(bytes, limit, Math.min(step, bytes.length - limit));
    } catch (DamagedInput e) {
      damaged = true;
      count = -1;
    }
    ended = count < 0;
    limit += Math.max(count, 0);
    return true;
  }

  /** A copy, for what must outlive the next step. */
  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }
}
