package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CsvRecordsProperties {

  /** A text with the delimiter it is written with. */
  record Written(String text, char delimiter) {}

  /** A record with the line on which it begins. */
  record Found(long line, List<String> fields) {}

  @Property(tries = 400)
  void findsTheRecordsThatFastCsvFindsInWellFormedText(@ForAll("wellFormed") Written written)
      throws IOException {
    List<Found> expected = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(written.delimiter())
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(written.text())) {
      reader.forEach(one -> expected.add(new Found(one.getStartingLineNumber(), one.getFields())));
    }

    assertEquals(expected, found(written.text(), written.delimiter(), 1 << 20));
  }

  @Property(tries = 200)
  void findsTheSameInAnyTextHoweverItIsSplitAndHoweverItArrives(
      @ForAll("any") Written written,
      @ForAll @IntRange(min = 1, max = 7) int step,
      @ForAll @IntRange(min = 1, max = 40) int splitSize)
      throws IOException {
    byte[] bytes = written.text().getBytes(StandardCharsets.UTF_8);
    CsvShape shape = shape(written.delimiter());
    List<Found> whole = found(written.text(), written.delimiter(), 1 << 20);

    List<Found> pieces = new ArrayList<>();
    CsvRecords survey = records(bytes, 0, bytes.length, 1, step, shape, Long.MAX_VALUE);
    long start = 0;
    long line = 1;
    boolean goesOn = true;
    while (goesOn) {
      goesOn = survey.moveTo(start + splitSize);
      long end = goesOn ? survey.offset() : bytes.length;
      pieces.addAll(all(records(bytes, (int) start, bytes.length, line, step, shape, end)));
      start = end;
      line = survey.nextLine();
    }

    assertEquals(whole, pieces);
  }

  private static List<Found> found(String text, char delimiter, int step) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return all(records(bytes, 0, bytes.length, 1, step, shape(delimiter), Long.MAX_VALUE));
  }

  private static List<Found> all(CsvRecords records) throws IOException {
    List<Found> all = new ArrayList<>();
    Records.Found found;
    while ((found = records.next()) != Records.Found.END) {
      all.add(
          new Found(
              records.line(),
              found == Records.Found.RECORD
                  ? records.texts()
                  : List.of(records.reason(), records.text())));
    }
    return all;
  }

  private static CsvRecords records(
      byte[] bytes, int from, int to, long line, int step, CsvShape shape, long end) {
    ByteArrayInputStream slow =
        new ByteArrayInputStream(bytes, from, to - from) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(step, length));
          }
        };
    return new CsvRecords(new ByteWindow(slow, from, to), shape, StandardCharsets.UTF_8, line, end);
  }

  private static CsvShape shape(char delimiter) {
    return new CsvShape(delimiter, '"', CsvShape.FirstRow.NAMES, "UTF-8", "");
  }

  @Provide
  Arbitrary<Written> wellFormed() {
    return Arbitraries.of(',', ';', '\t', '|')
        .flatMap(
            delimiter ->
                Combinators.combine(row(delimiter), Arbitraries.of("\n", "\r\n", "\r"))
                    .as((row, end) -> row + end)
                    .list()
                    .ofMaxSize(12)
                    .map(rows -> new Written(withoutBlanks(rows), delimiter)));
  }

  @Provide
  Arbitrary<Written> any() {
    return Arbitraries.of(',', ';')
        .flatMap(
            delimiter ->
                Arbitraries.of("a", "\u00e4\u4e2c", "\"", "\"", ",", ";", "\n", "\r\n", "\r", "b c")
                    .list()
                    .ofMaxSize(60)
                    .map(parts -> new Written(String.join("", parts), delimiter)));
  }

  private static Arbitrary<String> row(char delimiter) {
    return field(delimiter)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(fields -> String.join(String.valueOf(delimiter), fields));
  }

  private static Arbitrary<String> field(char delimiter) {
    Arbitrary<String> plain =
        Arbitraries.of("a", "\u00e4", "\ud83d\ude00", " ", "'", "x1")
            .list()
            .ofMaxSize(4)
            .map(parts -> String.join("", parts));
    Arbitrary<String> quoted =
        Arbitraries.of("a", "\u00e4", "\"\"", "\n", "\r\n", "\r", String.valueOf(delimiter))
            .list()
            .ofMaxSize(6)
            .map(parts -> "\"" + String.join("", parts) + "\"");
    return Arbitraries.oneOf(plain, quoted);
  }

  /** A return that ends a row and a newline that is the next, blank one would be one line end. */
  private static String withoutBlanks(List<String> rows) {
    return String.join("", rows.stream().filter(row -> !row.isBlank()).toList());
  }
}
