package aftermath.sample;

import java.io.IOException;
import java.nio.charset.Charset;

/** Writes the last part file of a population: people delivered once more, later and moved. */
final class AgainJob implements Job {
  private final Scene scene;
  private final Table table;
  private final long stream;

  AgainJob(Scene scene, Table table) {
    this.scene = scene;
    this.table = table;
    this.stream = scene.stream("again in " + table.spec().name());
  }

  @Override
  public String path() {
    return table.path(table.spec().parts());
  }

  @Override
  public long expectedRows() {
    return (long) (scene.census().sizeOf(table.population()) * table.spec().again());
  }

  @Override
  public Charset charset() {
    return table.spec().encoding() == null
        ? Job.super.charset()
        : Charset.forName(table.spec().encoding());
  }

  @Override
  public void write(PartFile file, Tally tally) throws IOException {
    int part = table.spec().parts();
    table.format().writeHeader(part, file.out());
    Row row = new Row();
    long people = scene.census().people();
    for (long number = 0; number < people; number++) {
      if (Randomness.share(Randomness.at(stream, number)) < table.spec().again()
          && table.rows().fillMember(row, table.population(), number, 1)) {
        table.format().write(row, part, file.out());
        file.rowDone();
        tally.add("delivered again", table.spec().name(), 1);
      }
    }
  }
}
