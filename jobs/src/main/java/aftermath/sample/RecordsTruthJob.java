package aftermath.sample;

import java.io.IOException;
import java.util.List;

/** Writes whose record each record is. */
final class RecordsTruthJob implements Job {
  private final Scene scene;
  private final List<Table> tables;
  private final List<Column> keys;

  RecordsTruthJob(Scene scene) {
    this.scene = scene;
    this.tables = scene.tables().values().stream().filter(Table::isOfRecords).toList();
    this.keys = tables.stream().map(table -> table.column(table.spec().key())).toList();
  }

  @Override
  public String path() {
    return "records.csv";
  }

  @Override
  public long expectedRows() {
    return scene.census().records();
  }

  @Override
  public void write(PartFile file, Tally tally) throws IOException {
    file.out().add(tables.get(0).spec().key()).add(",person\n");
    Row row = new Row();
    Census census = scene.census();
    for (long slot = 0; slot < census.records(); slot++) {
      row.slot = slot;
      if (tables.size() == 1) {
        row.person.number = census.numberOf(census.rankOfRecord(slot));
        write(0, row, file);
        continue;
      }
      for (int i = 0; i < tables.size(); i++) {
        tables.get(i).rows().fillRecord(row, slot);
        if (tables.get(i).shows(row.shown)) {
          write(i, row, file);
        }
      }
    }
  }

  private void write(int table, Row row, PartFile file) throws IOException {
    keys.get(table).writeValue(row, file.out());
    file.out().add(',').addNumber(row.person.number).add('\n');
    file.rowDone();
  }
}
