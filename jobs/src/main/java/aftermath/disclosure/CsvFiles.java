package aftermath.disclosure;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How tables from elsewhere are read: with a header, a byte order mark or none. */
final class CsvFiles {
  private CsvFiles() {}

  static CsvReader<NamedCsvRecord> reader(Path file) throws IOException {
    return CsvReader.builder().detectBomHeader(true).skipEmptyLines(true).ofNamedCsvRecord(file);
  }

  static void requireColumns(Path file, List<String> header, List<String> required) {
    List<String> missing =
        required.stream()
            .filter(name -> !header.contains(name))
            .map(name -> "the column '%s' is missing; there are %s".formatted(name, header))
            .toList();
    if (!missing.isEmpty()) {
      throw DisclosureMistake.wrongFile(file.toString(), missing);
    }
  }
}
