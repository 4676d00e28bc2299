package aftermath.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes the stored bytes while others read them, so that a file is read once. */
final class HashingInput extends FilterInputStream {

  private final MessageDigest digest = sha256();

  HashingInput(InputStream in) {
    super(in);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      digest.update((byte) value);
    }
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count > 0) {
      digest.update(bytes, offset, count);
    }
    return count;
  }

  /** The hash of the whole stream, in hex; what is left of it is read now. */
  String hashOfAll() throws IOException {
    byte[] buffer = new byte[128 * 1024];
    int count;
    do {
      count = read(buffer, 0, buffer.length);
    } while (count >= 0);
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
