package aftermath.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Turns the objects of JSON arrays, one after the other, into rows. A row's line is the object's
 * number, because such files are often one line.
 */
final class JsonArrayRows extends RecordReader {

  private final JsonParser parser;
  private final JsonCells cells;
  private final RowMaker maker;
  private long number;
  private boolean isInArray;
  private boolean isOver;
  private boolean isCutOff;
  private String reason;
  private String text;

  JsonArrayRows(InputStream input, SourceLayout layout, RowMaker maker) throws IOException {
    this.parser = Json.FACTORY.createParser(input);
    this.cells = new JsonCells(layout, maker);
    this.maker = maker;
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
      return read(token);
    } catch (JsonProcessingException e) {
      return ended(
          e.getLocation() == null
              ? Reasons.damagedFromHere()
              : Reasons.damagedJson(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (DamagedInput e) {
      return ended(Reasons.damagedFromHere());
    }
  }

  private Outcome read(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      String whole = Json.jsonText(parser).toString();
      text = whole.substring(0, Math.min(whole.length(), Records.TEXT_KEPT));
      reason =
          text.length() < whole.length()
              ? Reasons.withTextCut(Reasons.notAnObject())
              : Reasons.notAnObject();
      return Outcome.SET_ASIDE;
    }
    reason = cells.fill(parser);
    if (reason == null) {
      reason = maker.make(number);
    }
    text = "";
    return reason == null ? Outcome.KEPT : Outcome.SET_ASIDE;
  }

  private Outcome ended(String why) {
    isOver = true;
    isCutOff = true;
    number = isMidObject() ? number : number + 1;
    reason = why;
    text = "";
    return Outcome.SET_ASIDE;
  }

  private boolean isMidObject() {
    return parser.getParsingContext().inObject();
  }

  @Override
  long line() {
    return number;
  }

  @Override
  InternalRow row() {
    return maker.row();
  }

  @Override
  String reason() {
    return reason;
  }

  @Override
  boolean isCutOff() {
    return isCutOff;
  }

  @Override
  String text() {
    return text;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
