package aftermath.sample;

import java.io.IOException;
import java.nio.charset.Charset;

/** Writes one part file of a table: its share of all records, or of all people of a population. */
final class TableJob implements Job {
  private final Scene scene;
  private final Table table;
  private final int part;
  private final int parts;
  private final long from;
  private final long to;
  private final BadRows badRows;
  private final String[] badKinds;

  TableJob(Scene scene, Table table, int part) {
    this.scene = scene;
    this.table = table;
    this.part = part;
    this.parts = table.spec().parts();
    Census census = scene.census();
    long all = table.isOfRecords() ? census.records() : census.people();
    this.from = all * part / parts;
    this.to = all * (part + 1) / parts;
    this.badRows = new BadRows(table.spec().badRows(), census, parts);
    this.badKinds =
        badRows.declared().keySet().stream()
            .filter(kind -> !kind.equals(BadRows.LAST))
            .toArray(String[]::new);
  }

  @Override
  public String path() {
    return table.path(part);
  }

  @Override
  public long expectedRows() {
    return table.isOfRecords() ? to - from : scene.census().sizeOf(table.population()) / parts;
  }

  @Override
  public Charset charset() {
    return table.spec().encoding() == null
        ? Job.super.charset()
        : Charset.forName(table.spec().encoding());
  }

  @Override
  public void write(PartFile file, Tally tally) throws IOException {
    if (table.isParquet()) {
      writeParquet(file);
      return;
    }
    RowFormat format = table.format();
    format.writeHeader(part, file.out());
    Row row = new Row();
    long[] bad = new long[badKinds.length];
    for (int i = 0; i < bad.length; i++) {
      bad[i] = badRows.in(part, badKinds[i]);
    }
    for (long place = from; place < to; place++) {
      for (int i = 0; i < bad.length; i++) {
        for (long n = BadRows.before(place - from, to - from, bad[i]); n > 0; n--) {
          writeBad(badKinds[i], place, file, tally);
        }
      }
      if (table.isOfRecords()) {
        table.rows().fillRecord(row, place);
        if (!table.shows(row.shown)) {
          continue;
        }
      } else if (!table.rows().fillMember(row, table.population(), place, 0)) {
        continue;
      }
      format.write(row, part, file.out());
      file.rowDone();
    }
    if (badRows.declared().containsKey(BadRows.LAST) && badRows.in(part, BadRows.LAST) > 0) {
      writeBad(BadRows.LAST, to, file, tally);
    }
  }

  private void writeParquet(PartFile file) throws IOException {
    Row row = new Row();
    try (ParquetRows rows = new ParquetRows(table.columns(), part, file)) {
      for (long place = from; place < to; place++) {
        if (table.rows().fillMember(row, table.population(), place, 0)) {
          rows.write(row);
        }
      }
    }
  }

  private void writeBad(String kind, long number, PartFile file, Tally tally) throws IOException {
    if (table.format().writeBad(kind, number, file.out())) {
      file.rowDone();
      tally.add("bad rows of " + table.spec().name(), kind, 1);
    }
  }
}
