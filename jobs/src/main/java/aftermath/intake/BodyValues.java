package aftermath.intake;

import aftermath.intake.RecordReader.Outcome;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bodies in JSON that spans lines, one value behind the other or in one list. A body's line is its
 * number.
 */
final class BodyValues extends Bodies {
  private final JsonParser parser;
  private JsonNode body;
  private long number;
  private boolean isInArray;
  private boolean isOver;
  private boolean isCutOff;

  BodyValues(InputStream input) throws IOException {
    this.parser = Json.FACTORY.createParser(input);
  }

  @Override
  Outcome next() throws IOException {
    if (isOver) {
      return Outcome.END;
    }
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.START_ARRAY && !isInArray || token == JsonToken.END_ARRAY) {
        isInArray = token == JsonToken.START_ARRAY;
        token = parser.nextToken();
      }
      if (token == null) {
        isOver = true;
        return Outcome.END;
      }
      number++;
      body = Json.MAPPER.readTree(parser);
      return Outcome.KEPT;
    } catch (JsonProcessingException e) {
      return cutOff(
          e.getLocation() == null
              ? Reasons.damagedFromHere()
              : Reasons.damagedJson(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (DamagedInput e) {
      return cutOff(Reasons.damagedFromHere());
    }
  }

  private Outcome cutOff(String why) {
    isOver = true;
    isCutOff = true;
    number++;
    return setAside(why, "");
  }

  @Override
  JsonNode body() {
    return body;
  }

  @Override
  long line() {
    return number;
  }

  @Override
  boolean isCutOff() {
    return isCutOff;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
