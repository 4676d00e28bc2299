package aftermath.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream whose first bytes can be looked at before they are read. */
final class PeekableInput extends FilterInputStream {

  private byte[] head = new byte[0];
  private int taken;

  PeekableInput(InputStream in) {
    super(in);
  }

  /** The next bytes, fewer than asked for only when the stream ends before. */
  byte[] peek(int length) throws IOException {
    byte[] ahead = Arrays.copyOfRange(head, taken, head.length);
    if (ahead.length < length) {
      byte[] more = in.readNBytes(length - ahead.length);
      byte[] both = Arrays.copyOf(ahead, ahead.length + more.length);
      System.arraycopy(more, 0, both, ahead.length, more.length);
      ahead = both;
    }
    head = ahead;
    taken = 0;
    return Arrays.copyOf(ahead, Math.min(length, ahead.length));
  }

  @Override
  public int read() throws IOException {
    return taken < head.length ? head[taken++] & 0xff : in.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (taken == head.length) {
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
