package aftermath.intake;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The encoding that a file's first bytes announce, or else the configured one.
 *
 * @param markLength length of the byte order mark
 */
record Encoding(Charset charset, int markLength) {

  static Encoding of(byte[] head, Charset configured) {
    if (Compression.startsWith(head, 0xef, 0xbb, 0xbf)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (Compression.startsWith(head, 0xff, 0xfe)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (Compression.startsWith(head, 0xfe, 0xff)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    // Without a mark, Java reads UTF-16 as big-endian, as the standard says.
    return new Encoding(
        configured.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : configured, 0);
  }

  /** Whether a byte below 128 is always the ASCII character, so that bytes can be searched. */
  static boolean canBeSearchedByByte(Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    if (!charset.canEncode()) {
      return false;
    }
    CharsetEncoder encoder = charset.newEncoder();
    if (encoder.maxBytesPerChar() != 1.0f) {
      return false;
    }
    for (int value = 0; value < 128; value++) {
      if (new String(new byte[] {(byte) value}, charset).charAt(0) != value) {
        return false;
      }
    }
    return true;
  }
}
