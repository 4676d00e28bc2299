package aftermath.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream whose first bytes can be looked at before they are read. */
final class PeekableInput extends FilterInputStream {

  private byte[] head = new byte[0];
  private int taken;
  private DamagedInput damage;

  PeekableInput(InputStream in) {
    super(in);
  }

  /** The next bytes, fewer than asked for only when the stream ends before. */
  byte[] peek(int length) throws IOException {
    byte[] ahead = Arrays.copyOfRange(head, taken, head.length);
    int missing = length - ahead.length;
    if (missing > 0) {
      int present = ahead.length;
      ahead = Arrays.copyOf(ahead, length);
      ahead = Arrays.copyOf(ahead, present + readUpTo(ahead, present));
    }
    head = ahead;
    taken = 0;
    return Arrays.copyOf(ahead, Math.min(length, ahead.length));
  }

  /** Fills the rest of the array; what comes before damage counts, the damage is met later. */
  private int readUpTo(byte[] bytes, int from) throws IOException {
    int at = from;
    try {
      int count = 0;
      while (at < bytes.length && count >= 0) {
        count = in.read(bytes, at, bytes.length - at);
        at += Math.max(count, 0);
      }
    } catch (DamagedInput e) {
      damage = e;
    }
    return at - from;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (taken == head.length) {
      if (damage != null) {
        throw damage;
      }
      return in.read(bytes, offset, length);
    }
    int count = Math.min(length, head.length - taken);
    System.arraycopy(head, taken, bytes, offset, count);
    taken += count;
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 8192)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
