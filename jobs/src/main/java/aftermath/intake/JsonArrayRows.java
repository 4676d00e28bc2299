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
  private String reason;
  private String text;

  JsonArrayRows(InputStream input, SourceLayout layout, RowMaker maker) throws IOException {
    this.values = new JsonValues(input);
    this.cells = new JsonCells(layout, maker);
    this.maker = maker;
  }

  @Override
  Outcome next() throws IOException {
    Outcome outcome = values.next(this::read);
    if (values.isCutOff()) {
      reason = values.damage();
      text = "";
    }
    return outcome;
  }

  private Outcome read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
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
      reason = maker.make(values.number());
    }
    text = "";
    return reason == null ? Outcome.KEPT : Outcome.SET_ASIDE;
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
  String reason() {
    return reason;
  }

  @Override
  boolean isCutOff() {
    return values.isCutOff();
  }

  @Override
  String text() {
    return text;
  }

  @Override
  public void close() throws IOException {
    values.close();
  }
}
