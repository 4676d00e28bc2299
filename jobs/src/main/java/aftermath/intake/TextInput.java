package aftermath.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a stored file from its beginning: decompressed, without a byte order mark, and
 * converted to UTF-8 where its own encoding cannot be searched by byte.
 *
 * @param encoding of the file
 * @param charset of the bytes that {@code bytes} gives
 * @param hasOwnOffsets whether an offset in the text plus the mark's length is one in the file
 */
record TextInput(PeekableInput bytes, Encoding encoding, Charset charset, boolean hasOwnOffsets) {

  static TextInput of(InputStream stored, Compression compression, Charset configured)
      throws IOException {
    PeekableInput text = new PeekableInput(compression.decompressed(stored));
    Encoding encoding = Encoding.of(text.peek(3), configured);
    text.readNBytes(encoding.markLength());
    if (Encoding.canBeSearchedByByte(encoding.charset())) {
      return new TextInput(text, encoding, encoding.charset(), compression == Compression.NONE);
    }
    return new TextInput(
        new PeekableInput(new Utf8Input(text, encoding.charset())),
        encoding,
        StandardCharsets.UTF_8,
        false);
  }
}
