package aftermath.intake;

import aftermath.intake.RecordReader.Outcome;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Bodies that were logged one a line: JSON, or forms as they were posted. */
final class BodyLines extends Bodies {
  private final LineRecords lines;
  private final Closeable input;
  private JsonNode body;

  BodyLines(LineRecords lines, Closeable input) {
    this.lines = lines;
    this.input = input;
  }

  @Override
  Outcome next() throws IOException {
    Records.Found found = lines.next();
    if (found == Records.Found.END) {
      return Outcome.END;
    }
    if (found == Records.Found.RECORD) {
      String why = read();
      if (why == null) {
        return Outcome.KEPT;
      }
      lines.setAside(why);
    }
    return setAside(lines.reason(), lines.text());
  }

  private String read() throws IOException {
    if (!isJson()) {
      body =
          Form.of(new String(lines.bytes(), lines.from(), lines.length(), StandardCharsets.UTF_8));
      return body == null ? Reasons.neitherJsonNorForm() : null;
    }
    try (JsonParser parser =
        Json.FACTORY.createParser(lines.bytes(), lines.from(), lines.length())) {
      body = Json.MAPPER.readTree(parser);
      return parser.nextToken() == null ? null : Reasons.severalValues();
    } catch (JsonProcessingException e) {
      return Reasons.notJson(e.getLocation() == null ? 1 : e.getLocation().getColumnNr());
    }
  }

  private boolean isJson() {
    int at = lines.from();
    while (lines.bytes()[at] <= ' ' && lines.bytes()[at] >= 0) {
      at++;
    }
    return lines.bytes()[at] == '{' || lines.bytes()[at] == '[';
  }

  @Override
  JsonNode body() {
    return body;
  }

  @Override
  long line() {
    return lines.line();
  }

  @Override
  boolean isCutOff() {
    return lines.isCutOff();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
