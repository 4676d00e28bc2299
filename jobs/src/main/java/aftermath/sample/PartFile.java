package aftermath.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A file being written: rows are put together in memory and leave in large pieces. */
final class PartFile implements Closeable {
  private static final int FLUSH_AT = 1 << 18;

  /** Told how many rows the file has whenever a piece of it leaves. */
  interface Listener {
    void grewTo(long rows) throws IOException;
  }

  private final OutputStream stream;
  private final Path path;
  private final Charset charset;
  private final Listener listener;
  private final Bytes pending = new Bytes();
  private long bytes;
  private long rows;

  PartFile(Path path, Charset charset, Listener listener) throws IOException {
    this.charset = charset;
    this.listener = listener;
    Files.createDirectories(path.getParent());
    this.path = path;
    OutputStream plain = Files.newOutputStream(path);
    this.stream = path.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 1 << 16) : plain;
  }

  /** Where the next row is to be written. */
  Bytes out() {
    return pending;
  }

  /** Where formats write that are not rows of text. */
  OutputStream stream() {
    return stream;
  }

  /** Counts a row that went to the stream. */
  void rowStreamed() {
    rows++;
  }

  /** Ends a row, so that what is pending may leave. */
  void rowDone() throws IOException {
    rows++;
    if (pending.length() >= FLUSH_AT) {
      flush();
      listener.grewTo(rows);
    }
  }

  long rows() {
    return rows;
  }

  /** How many bytes the file has once it is closed. */
  long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    try (stream) {
      flush();
    }
    bytes = Files.size(path);
  }

  private void flush() throws IOException {
    if (charset.equals(StandardCharsets.UTF_8)) {
      stream.write(pending.array(), 0, pending.length());
    } else {
      stream.write(encoded(pending.toString()));
    }
    pending.cutTo(0);
  }

  /** What an older encoding lacks loses its accent, as in the systems that use such encodings. */
  private byte[] encoded(String text) throws IOException {
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder possible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              String letter = Character.toString(c);
              possible.append(c < 128 || encoder.canEncode(letter) ? letter : Word.fold(letter));
            });
    ByteBuffer buffer =
        encoder.onUnmappableCharacter(CodingErrorAction.REPLACE).encode(CharBuffer.wrap(possible));
    byte[] array = new byte[buffer.remaining()];
    buffer.get(array);
    return array;
  }
}
