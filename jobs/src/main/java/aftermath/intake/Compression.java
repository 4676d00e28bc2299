package aftermath.intake;

import com.github.luben.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.io.compress.DecompressorStream;
import org.apache.hadoop.io.compress.zlib.BuiltInGzipDecompressor;

/** How a file is compressed. Its first bytes decide, since names are often wrong. */
public enum Compression {
  NONE,
  GZIP,
  ZSTD;

  private static final int BUFFER = 64 * 1024;

  static Compression of(byte[] head) {
    if (startsWith(head, 0x1f, 0x8b)) {
      return GZIP;
    }
    return startsWith(head, 0x28, 0xb5, 0x2f, 0xfd) ? ZSTD : NONE;
  }

  /**
   * The decompressed bytes. Hadoop's own gzip reader is used rather than the JDK's, which silently
   * ignores whatever follows the first member when it does not look like a second one.
   */
  InputStream decompressed(InputStream stored) throws IOException {
    if (this == NONE) {
      return stored;
    }
    InputStream guarded = new Guarded(stored);
    try {
      return new Decompressed(
          this == GZIP
              ? new DecompressorStream(guarded, new BuiltInGzipDecompressor(), BUFFER)
              : new ZstdInputStream(guarded));
    } catch (StorageFailed e) {
      throw e.failure;
    }
  }

  static boolean startsWith(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** A failure of the storage itself on its way through a decompressor. */
  private static final class StorageFailed extends IOException {
    private static final long serialVersionUID = 1L;
    private final IOException failure;

    StorageFailed(IOException failure) {
      super(failure);
      this.failure = failure;
    }
  }

  private static final class Guarded extends FilterInputStream {
    Guarded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (IOException e) {
        throw new StorageFailed(e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException e) {
        throw new StorageFailed(e);
      }
    }
  }

  private static final class Decompressed extends FilterInputStream {
    Decompressed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (StorageFailed e) {
        throw e.failure;
      } catch (IOException | RuntimeException e) {
        throw new DamagedInput("compressed data is damaged", e);
      }
    }
  }
}
