package aftermath.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Text of another encoding as UTF-8, for encodings in which a byte that looks like a comma may be
 * half of something else. What cannot be decoded becomes the byte FF, which is never valid UTF-8:
 * so it is its row that is set aside, and not silently a replacement character.
 */
final class Utf8Input extends InputStream {

  private static final char UNDECODABLE = '\uffff';

  private final InputStream in;
  private final boolean isUtf16;
  private final CharsetDecoder decoder;
  private final ByteBuffer stored = ByteBuffer.allocate(32 * 1024).flip();
  private final CharBuffer chars = CharBuffer.allocate(32 * 1024).flip();
  private final byte[] ready = new byte[3 * 32 * 1024 + 4];
  private int position;
  private int limit;
  private boolean ended;
  private boolean flushed;
  private char high;

  Utf8Input(InputStream in, Charset encoding) {
    this.in = in;
    this.isUtf16 = encoding.name().startsWith("UTF-16");
    this.decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read() throws IOException {
    return fill() ? ready[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(ready, position, bytes, offset, count);
    position += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    while (position == limit) {
      if (flushed) {
        return false;
      }
      decode();
      encode();
    }
    return true;
  }

  private void decode() throws IOException {
    if (!ended) {
      stored.compact();
      int count = in.read(stored.array(), stored.position(), stored.remaining());
      ended = count < 0;
      stored.position(stored.position() + Math.max(count, 0)).flip();
    }
    chars.clear();
    CoderResult result = decoder.decode(stored, chars, ended);
    if (result.isError()) {
      // Of a half surrogate only the half is wrong, though Java also blames what follows it.
      int wrong = isUtf16 ? Math.min(2, result.length()) : result.length();
      stored.position(stored.position() + Math.min(wrong, stored.remaining()));
      chars.put(UNDECODABLE);
    } else if (ended && result.isUnderflow()) {
      decoder.flush(chars);
      flushed = true;
    }
    chars.flip();
  }

  private void encode() {
    position = 0;
    limit = 0;
    while (chars.hasRemaining()) {
      char c = chars.get();
      if (high != 0) {
        if (Character.isLowSurrogate(c)) {
          int point = Character.toCodePoint(high, c);
          high = 0;
          put(0xf0 | point >> 18);
          put(0x80 | point >> 12 & 0x3f);
          put(0x80 | point >> 6 & 0x3f);
          put(0x80 | point & 0x3f);
          continue;
        }
        high = 0;
        put(0xff);
      }
      if (c < 0x80) {
        put(c);
      } else if (c < 0x800) {
        put(0xc0 | c >> 6);
        put(0x80 | c & 0x3f);
      } else if (Character.isHighSurrogate(c)) {
        high = c;
      } else if (Character.isLowSurrogate(c) || c == UNDECODABLE) {
        put(0xff);
      } else {
        put(0xe0 | c >> 12);
        put(0x80 | c >> 6 & 0x3f);
        put(0x80 | c & 0x3f);
      }
    }
    if (flushed && high != 0) {
      high = 0;
      put(0xff);
    }
  }

  private void put(int value) {
    ready[limit++] = (byte) value;
  }
}
