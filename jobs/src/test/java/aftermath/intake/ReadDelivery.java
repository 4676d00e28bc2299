package aftermath.intake;

import aftermath.incident.Incident;
import aftermath.incident.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * A file surveyed and read as tasks do it, but without Spark.
 *
 * @param kept lines of text: the row's line number and its values, absent ones as {@code -}
 * @param setAside the line number, the reason and the text
 */
record ReadDelivery(DeliveredFile file, List<String> kept, List<String[]> setAside) {

  /** Columns that most deliveries lack; shown by name, and only when present. */
  private static final Set<String> RARE = Set.of("surname", "contact_email", "undeclared");

  static final Storage STORAGE = new Storage(new Configuration());

  static final Instant READ_AT = Instant.parse("2030-01-01T00:00:00Z");

  static ReadDelivery of(Path path, Incident incident, Source source) {
    return of(path, incident, source, FileSurveyor.SPLIT_SIZE);
  }

  static ReadDelivery of(Path path, Incident incident, Source source, long splitSize) {
    try {
      SourceLayout layout = SourceLayout.of(incident, source).readAt(READ_AT);
      FoundFile found =
          new FoundFile(
              path.toUri().toString(),
              Files.size(path),
              Files.getLastModifiedTime(path).toMillis(),
              "");
      DeliveredFile file = FileSurveyor.survey(found, layout, STORAGE, splitSize);
      List<String> kept = new ArrayList<>();
      List<String[]> setAside = new ArrayList<>();
      for (Split split : file.splits()) {
        read(file, split, layout, kept, setAside);
      }
      return new ReadDelivery(file, kept, setAside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<String> problem() {
    return file.problem();
  }

  private static void read(
      DeliveredFile file,
      Split split,
      SourceLayout layout,
      List<String> kept,
      List<String[]> setAside)
      throws IOException {
    StructType schema = layout.shape().schema();
    try (RecordReader reader = Readers.open(file, split, layout, STORAGE, schema)) {
      RecordReader.Outcome outcome;
      while ((outcome = reader.next()) != RecordReader.Outcome.END) {
        if (outcome == RecordReader.Outcome.KEPT) {
          kept.add(shown(reader.row(), schema));
        } else {
          setAside.add(
              new String[] {String.valueOf(reader.line()), reader.reason(), reader.text()});
        }
      }
    }
  }

  private static String shown(InternalRow row, StructType schema) {
    StringBuilder shown = new StringBuilder();
    for (int i = 1; i < schema.length(); i++) {
      DataType type = schema.fields()[i].dataType();
      Object value = row.isNullAt(i) ? "-" : row.get(i, type);
      if (value instanceof org.apache.spark.sql.catalyst.util.MapData map) {
        value = map.keyArray() + "=" + map.valueArray();
      }
      String name = schema.fieldNames()[i];
      if (!RARE.contains(name)) {
        shown.append(i == 1 ? "" : "|").append(value);
      } else if (!row.isNullAt(i)) {
        shown.append('|').append(name).append('=').append(value);
      }
    }
    return shown.toString();
  }
}
