package aftermath.intake;

import aftermath.intake.RecordReader.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Bodies that were logged as rows of a CSV file: a column for each of their names. */
final class BodyRows extends Bodies {
  private final CsvRecords records;
  private final Closeable input;
  private List<String> names = List.of();
  private boolean isWithoutHeader;
  private JsonNode body;

  BodyRows(CsvRecords records, Closeable input) {
    this.records = records;
    this.input = input;
  }

  @Override
  Outcome next() throws IOException {
    if (isWithoutHeader) {
      return Outcome.END;
    }
    Records.Found found = records.next();
    if (names.isEmpty() && found == Records.Found.BROKEN) {
      isWithoutHeader = true;
      return setAside(Reasons.brokenHeader(records.reason()), records.text());
    }
    if (names.isEmpty() && found == Records.Found.RECORD) {
      names = List.copyOf(records.texts());
      records.expectColumns(names.size());
      found = records.next();
    }
    if (found == Records.Found.END) {
      return Outcome.END;
    }
    if (found == Records.Found.RECORD && !Headers.isRepeated(records.texts(), names)) {
      body = row(records.texts());
      return Outcome.KEPT;
    }
    if (found == Records.Found.RECORD) {
      records.setAside(Reasons.repeatedHeader());
    }
    return setAside(records.reason(), records.text());
  }

  private JsonNode row(List<String> values) {
    ObjectNode row = Json.MAPPER.createObjectNode();
    for (int column = 0; column < Math.min(names.size(), values.size()); column++) {
      if (!values.get(column).isEmpty()) {
        row.put(names.get(column).strip(), values.get(column));
      }
    }
    return row;
  }

  @Override
  JsonNode body() {
    return body;
  }

  @Override
  long line() {
    return records.line();
  }

  @Override
  boolean isCutOff() {
    return isWithoutHeader || records.isCutOff();
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
