package aftermath.intake;

import aftermath.intake.RecordReader.Outcome;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Walks over the values of a JSON text, one behind the other or in lists. A value's line is its
 * number, because such files are often one line.
 */
final class JsonValues implements Closeable {
  private final JsonParser parser;
  private long number;
  private boolean isInArray;
  private boolean isOver;
  private boolean isCutOff;
  private String damage;

  JsonValues(InputStream input) throws IOException {
    this.parser = Json.FACTORY.createParser(input);
  }

  /** Reads the value at whose first token the parser stands. */
  interface Reading {
    Outcome of(JsonParser parser) throws IOException;
  }

  /** The next value, as it was read; set aside where the text is damaged, and then at its end. */
  Outcome next(Reading reading) throws IOException {
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
      return reading.of(parser);
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
    number = parser.getParsingContext().inObject() ? number : number + 1;
    damage = why;
    return Outcome.SET_ASIDE;
  }

  long number() {
    return number;
  }

  boolean isCutOff() {
    return isCutOff;
  }

  /** What is wrong with the text from here on; only where it is cut off. */
  String damage() {
    return damage;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
