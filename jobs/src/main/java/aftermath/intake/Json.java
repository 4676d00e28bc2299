package aftermath.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.spark.unsafe.types.UTF8String;

/** What all JSON formats share. */
final class Json {

  /** Errors do not quote their source, since that would put delivered values into messages. */
  static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY).build();

  private Json() {}

  /** The current scalar as text, a number exactly as written; null when it is empty. */
  static UTF8String text(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    char[] chars = parser.getTextCharacters();
    int from = parser.getTextOffset();
    int length = parser.getTextLength();
    if (length == 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      char c = chars[from + i];
      if (c >= 0x80) {
        return UTF8String.fromString(new String(chars, from, length));
      }
      bytes[i] = (byte) c;
    }
    return UTF8String.fromBytes(bytes);
  }

  /** The current value, whatever it is, as JSON text. */
  static UTF8String jsonText(JsonParser parser) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
      generator.copyCurrentStructureExact(parser);
    }
    return UTF8String.fromBytes(bytes.toByteArray());
  }
}
