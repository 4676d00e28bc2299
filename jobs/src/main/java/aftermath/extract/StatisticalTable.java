package aftermath.extract;

import aftermath.extract.TableView.Line;
import aftermath.incident.Incident;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as statisticians exchange it: CSV with SDMX's OBS_VALUE, OBS_STATUS and CONF_STATUS, and
 * its metadata as CSVW (W3C Recommendation, Metadata Vocabulary for Tabular Data, 2015).
 */
final class StatisticalTable {
  private static final String CSVW = "http://www.w3.org/ns/csvw";

  private StatisticalTable() {}

  static String csv(TableView view) {
    var text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      var header = new ArrayList<String>(view.columns());
      header.addAll(List.of("UNIT_MEASURE", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS"));
      writer.writeRecord(header);
      for (Line line : view.lines()) {
        var row = new ArrayList<String>(line.codes());
        row.add(line.measure().name());
        row.add(line.shown().isPublished() ? Long.toString(line.shown().value()) : "");
        row.add(line.shown().observation());
        row.add(line.shown().confidentiality());
        writer.writeRecord(row);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString();
  }

  /** What the columns of the file mean. */
  static String metadata(Incident incident, TableView view, String file) {
    ObjectNode root = Json.object();
    root.put("@context", CSVW);
    root.put("url", file);
    root.put("dc:title", view.table().title());
    root.put("dc:publisher", incident.organisation());
    ObjectNode schema = root.putObject("tableSchema");
    ArrayNode columns = schema.putArray("columns");
    for (String column : view.columns()) {
      column(columns, column, Titles.ofColumn(incident, column), "string").put("required", true);
    }
    column(columns, "UNIT_MEASURE", "What is counted: people, records or notices", "string")
        .put("required", true);
    column(columns, "OBS_VALUE", "The count; empty if it is left out", "nonNegativeInteger");
    column(columns, "OBS_STATUS", "SDMX CL_OBS_STATUS: " + Titles.OBSERVATION, "string")
        .put("required", true);
    column(columns, "CONF_STATUS", "SDMX CL_CONF_STATUS: " + Titles.CONFIDENTIALITY, "string")
        .put("required", true);
    ArrayNode key = schema.putArray("primaryKey");
    view.columns().forEach(key::add);
    key.add("UNIT_MEASURE");
    return Json.text(root);
  }

  private static ObjectNode column(ArrayNode columns, String name, String title, String type) {
    ObjectNode column = columns.addObject();
    column.put("name", name);
    column.put("titles", name);
    column.put("dc:description", title);
    column.put("datatype", type);
    return column;
  }
}
