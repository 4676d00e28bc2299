package aftermath.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import org.apache.spark.sql.catalyst.InternalRow;

/** Turns the objects of JSON arrays, one after the other, into rows. */
final class JsonArrayRows extends RecordReader {

  private final JsonValues values;
  private final JsonCells cells;
  private final RowMaker maker;

  JsonArrayRows(InputStream input, SourceLayout layout, RowMaker maker) throws IOException {
    this.values = new JsonValues(input);
    this.cells = new JsonCells(layout, maker);
    this.maker = maker;
  }

  @Override
  Outcome next() throws IOException {
    Outcome outcome = values.next(this::read);
    return values.isCutOff() && outcome == Outcome.SET_ASIDE
        ? setAside(values.damage(), "")
        : outcome;
  }

  private Outcome read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return setAsideCut(Reasons.notAnObject(), Json.jsonText(parser).toString());
    }
    String why = cells.fill(parser);
    if (why == null) {
      why = maker.make(values.number());
    }
    return why == null ? Outcome.KEPT : setAside(why, "");
  }

  @Override
  long line() {
    return values.number();
  }

  @Override
  InternalRow row() {
    return maker.row();
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
