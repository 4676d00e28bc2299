package aftermath.disclosure;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Cells as they may be published: of a suppressed one its codes, and why its value is missing.
 * Marked as {@code published_status} (u sensitive, x complementary, s published) and in SDMX's code
 * lists {@code OBS_STATUS} (A normal, Q missing, suppressed) and {@code CONF_STATUS} (F free, A
 * primary confidentiality due to small counts, D secondary confidentiality set by the sender). What
 * would give a suppressed value away, its cost, its contributors and its protection levels, is left
 * out.
 */
public final class PublishedFile {
  private PublishedFile() {}

  /** Writes it. */
  public static void write(Path file, CellsFile cells, BitSet suppressed) {
    try (CsvWriter writer = CsvWriter.builder().build(file)) {
      var header = new ArrayList<String>(List.of("cell_id"));
      header.addAll(cells.dimensions());
      header.addAll(List.of("value", "published_status", "OBS_STATUS", "CONF_STATUS"));
      writer.writeRecord(header);
      for (int i = 0; i < cells.cells().size(); i++) {
        Cell cell = cells.cells().get(i);
        var row = new ArrayList<String>(List.of(cell.id()));
        row.addAll(cells.codes().get(i));
        if (suppressed.get(i)) {
          row.addAll(cell.isPrimary() ? List.of("", "u", "Q", "A") : List.of("", "x", "Q", "D"));
        } else {
          row.addAll(List.of(plain(cell.value()), "s", "A", "F"));
        }
        writer.writeRecord(row);
      }
    } catch (IOException e) {
      throw DisclosureMistake.unwritable(file.toString(), e);
    }
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
