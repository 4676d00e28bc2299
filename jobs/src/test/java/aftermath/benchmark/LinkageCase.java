package aftermath.benchmark;

import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import aftermath.incident.Role;
import aftermath.incident.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file to be linked, and the incident file whose columns it has. Of two files whose names differ
 * in a closing a and b, the records of b are linked to the people of a.
 *
 * @param known the file of the people who are known; empty: records are linked among themselves
 */
record LinkageCase(Path records, Optional<Path> known, Path incident) {
  private static final Path INCIDENTS = Path.of("ci", "linkage");

  /** Columns that tell the person of a row. */
  private static final List<String> TRUTHS = List.of("cluster", "ent_id");

  /** All files of a folder, with every incident file that fits. */
  static List<LinkageCase> in(Path folder) throws IOException {
    List<Path> incidents = named(INCIDENTS, ".yaml");
    var cases = new ArrayList<LinkageCase>();
    for (Path file : named(folder, ".csv")) {
      if (Files.exists(sibling(file, "a.csv", "b.csv"))) {
        continue;
      }
      Path people = sibling(file, "b.csv", "a.csv");
      Optional<Path> known = Files.exists(people) ? Optional.of(people) : Optional.empty();
      List<String> header = header(file);
      for (Path incident : incidents) {
        if (header.containsAll(columns(IncidentFile.read(incident)))) {
          cases.add(new LinkageCase(file, known, incident));
        }
      }
    }
    return cases;
  }

  private static List<Path> named(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /**
   * The file with another ending; the folder's own name, which is no file, if it has not this one.
   */
  private static Path sibling(Path file, String ending, String other) {
    String name = file.getFileName().toString();
    return name.endsWith(ending)
        ? file.resolveSibling(name.substring(0, name.length() - ending.length()) + other)
        : file.resolve("none");
  }

  private static List<String> header(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      return Stream.of(reader.readLine().split(",")).map(String::trim).toList();
    }
  }

  private static List<String> columns(Incident incident) {
    return incident.sources(Role.IMPACTED_RECORDS).stream()
        .flatMap(LinkageCase::columns)
        .distinct()
        .toList();
  }

  private static Stream<String> columns(Source source) {
    return Stream.concat(
        source.key().stream(), source.columns().values().stream().flatMap(List::stream));
  }

  /** What it is called: the file and, where several incident files fit, which one. */
  String title() {
    String incidentName = incident.getFileName().toString().replace(".yaml", "");
    return records.getFileName().toString().replace(".csv", "") + " " + incidentName;
  }

  /** Person by key of the row: from a column, or from a key like rec-7-dup-0. */
  Map<String, String> truth() throws IOException {
    var truth = new HashMap<String, String>();
    List<String> header = header(records);
    String key = IncidentFile.read(incident).sources(Role.IMPACTED_RECORDS).get(0).key().get(0);
    int id = header.indexOf(key);
    int told = TRUTHS.stream().mapToInt(header::indexOf).max().orElse(-1);
    try (BufferedReader reader = Files.newBufferedReader(records)) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          String[] cells = line.split(",", -1);
          String record = cells[id].trim();
          truth.put(record, told < 0 ? personOf(record) : cells[told].trim());
        }
      }
    }
    return truth;
  }

  /** The person of rec-7-org or rec-7-dup-0. */
  static String personOf(String record) {
    return record.split("-")[1];
  }
}
