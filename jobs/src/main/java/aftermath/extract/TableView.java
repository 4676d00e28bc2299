package aftermath.extract;

import aftermath.disclosure.release.CellKey;
import aftermath.disclosure.release.Part;
import aftermath.disclosure.release.ProtectedRelease;
import aftermath.disclosure.release.ProtectedRelease.Shown;
import aftermath.disclosure.release.Tabulation;
import aftermath.incident.Incident;
import aftermath.incident.ReleaseTable;
import aftermath.incident.ReleaseTable.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as its reader sees it: a line for each cell, every total included.
 *
 * @param columns names of the columns that say what a cell is
 */
record TableView(ReleaseTable table, List<String> columns, List<Line> lines) {

  /**
   * A cell.
   *
   * @param codes of the columns; {@code _T} for all of a dimension
   */
  record Line(List<String> codes, Measure measure, CellKey key, Shown shown) {}

  static TableView of(Incident incident, ProtectedRelease release, ReleaseTable table) {
    var lines = new ArrayList<Line>();
    for (Measure measure : table.measures()) {
      for (Map<String, Part> at : places(release.tabulation(), table)) {
        CellKey key = release.tabulation().keyAt(measure, at);
        List<String> codes = codes(incident, at);
        if (!table.by().contains(Tabulation.FIELD)) {
          lines.add(new Line(codes, measure, key, release.shown(key)));
          continue;
        }
        lines.add(new Line(with(codes, Part.TOTAL), measure, key, release.shown(key)));
        for (String field : release.tabulation().fields()) {
          CellKey exposing = key.exposing(field);
          lines.add(new Line(with(codes, field), measure, exposing, release.shown(exposing)));
        }
      }
    }
    return new TableView(table, columns(incident, table), lines);
  }

  private static List<Map<String, Part>> places(Tabulation tabulation, ReleaseTable table) {
    List<Map<String, Part>> places = List.of(Map.of());
    for (String dimension : Tabulation.dimensions(table)) {
      var more = new ArrayList<Map<String, Part>>();
      for (Map<String, Part> place : places) {
        for (Part part : tabulation.shown(dimension)) {
          var at = new LinkedHashMap<>(place);
          at.put(dimension, part);
          more.add(at);
        }
      }
      places = more;
    }
    return places;
  }

  /** A dimension with levels has a second column that says of which one a part is. */
  private static List<String> columns(Incident incident, ReleaseTable table) {
    var columns = new ArrayList<String>();
    for (String dimension : Tabulation.dimensions(table)) {
      columns.add(dimension);
      if (hasLevels(incident, dimension)) {
        columns.add(dimension + "_level");
      }
    }
    if (table.by().contains(Tabulation.FIELD)) {
      columns.add(Tabulation.FIELD);
    }
    return columns;
  }

  private static List<String> codes(Incident incident, Map<String, Part> at) {
    var codes = new ArrayList<String>();
    at.forEach(
        (dimension, part) -> {
          codes.add(part.code());
          if (hasLevels(incident, dimension)) {
            codes.add(part.isAll() ? Part.TOTAL : part.level());
          }
        });
    return codes;
  }

  private static boolean hasLevels(Incident incident, String dimension) {
    return Tabulation.levels(incident, dimension).size() > 1;
  }

  private static List<String> with(List<String> codes, String code) {
    var more = new ArrayList<>(codes);
    more.add(code);
    return more;
  }
}
