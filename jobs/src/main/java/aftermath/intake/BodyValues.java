package aftermath.intake;

import aftermath.intake.RecordReader.Outcome;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;

/** Bodies in JSON that spans lines. */
final class BodyValues extends Bodies {
  private final JsonValues values;
  private JsonNode body;

  BodyValues(InputStream input) throws IOException {
    this.values = new JsonValues(input);
  }

  @Override
  Outcome next() throws IOException {
    Outcome outcome = values.next(this::read);
    return values.isCutOff() && outcome == Outcome.SET_ASIDE
        ? setAside(values.damage(), "")
        : outcome;
  }

  private Outcome read(JsonParser parser) throws IOException {
    body = Json.MAPPER.readTree(parser);
    return Outcome.KEPT;
  }

  @Override
  JsonNode body() {
    return body;
  }

  @Override
  long line() {
    return values.number();
  }

  @Override
  boolean isCutOff() {
    return values.isCutOff();
  }

  @Override
  public void close() throws IOException {
    values.close();
  }
}
