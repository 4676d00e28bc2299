package aftermath.sample;

import java.io.IOException;

/** Writes whose record each record is. */
final class RecordsTruthJob implements Job {
  private final Scene scene;
  private final Table table;
  private final Column key;

  RecordsTruthJob(Scene scene, Table table) {
    this.scene = scene;
    this.table = table;
    this.key = table.column(table.spec().key());
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
    file.out().add(table.spec().key()).add(",person\n");
    Row row = new Row();
    Census census = scene.census();
    for (long slot = 0; slot < census.records(); slot++) {
      row.slot = slot;
      row.person.number = census.numberOf(census.rankOfRecord(slot));
      key.writeValue(row, file.out());
      file.out().add(',').addNumber(row.person.number).add('\n');
      file.rowDone();
    }
  }
}
