package aftermath.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;

/** Turns lines that hold one JSON object each into rows. */
abstract class JsonLineRows extends RecordReader {

  private final LineRecords lines;
  private final Closeable input;

  JsonLineRows(LineRecords lines, Closeable input) {
    this.lines = lines;
    this.input = input;
  }

  /** Rows of any objects. */
  static JsonLineRows of(LineRecords lines, SourceLayout layout, RowMaker maker, Closeable input) {
    JsonCells cells = new JsonCells(layout, maker);
    return new JsonLineRows(lines, input) {
      @Override
      String read(JsonParser parser) throws IOException {
        return cells.fill(parser);
      }

      @Override
      String make() {
        return maker.make(line());
      }

      @Override
      InternalRow row() {
        return maker.row();
      }
    };
  }

  /** Reads the object at whose beginning the parser stands; returns a reason to set it aside. */
  abstract String read(JsonParser parser) throws IOException;

  /** Makes the row of the object that was read; returns a reason to set it aside. */
  abstract String make();

  @Override
  Outcome next() throws IOException {
    Records.Found found = lines.next();
    if (found == Records.Found.RECORD) {
      String why = read();
      if (why == null) {
        return Outcome.KEPT;
      }
      lines.setAside(why);
      return Outcome.SET_ASIDE;
    }
    return found == Records.Found.END ? Outcome.END : Outcome.SET_ASIDE;
  }

  private String read() throws IOException {
    try (JsonParser parser =
        Json.FACTORY.createParser(lines.bytes(), lines.from(), lines.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Reasons.notAnObject();
      }
      String why = read(parser);
      // What follows the object must be seen before the row is made, or it would be lost.
      if (parser.nextToken() != null) {
        return Reasons.severalValues();
      }
      return why == null ? make() : why;
    } catch (JsonProcessingException e) {
      return Reasons.notJson(e.getLocation() == null ? 1 : e.getLocation().getColumnNr());
    }
  }

  @Override
  long line() {
    return lines.line();
  }

  @Override
  String reason() {
    return lines.reason();
  }

  @Override
  boolean isCutOff() {
    return lines.isCutOff();
  }

  @Override
  String text() {
    return lines.text();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
