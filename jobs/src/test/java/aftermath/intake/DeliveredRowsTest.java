package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.Format;
import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.incident.Source;
import aftermath.testing.SparkSessionForTests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionForTests.class)
class DeliveredRowsTest {

  @TempDir Path folder;

  private SparkSession spark;

  @BeforeEach
  void takeSession(SparkSession session) {
    spark = session;
  }

  @Test
  void readsAFolderOfBadDeliveriesAndLosesNothing() throws IOException {
    Source source = Incidents.customers(Format.CSV, Incidents.CSV, "all");
    Files.createDirectories(folder.resolve("all"));
    Set<String> contents = new HashSet<>();
    long expectedKept = 0;
    long expectedAside = 0;
    for (BadDeliveries.Case bad : BadDeliveries.ALL) {
      boolean isOfCustomers =
          bad.source().format() == Format.CSV && bad.source().role() == Role.CUSTOMERS;
      // Some cases are the same content under different sources, and that would be read once.
      if (isOfCustomers && contents.add(Arrays.toString(bad.bytes()))) {
        Path path = Files.write(folder.resolve("all").resolve(bad.fileName()), bad.bytes());
        ReadDelivery alone = ReadDelivery.of(path, Incidents.of(source), source);
        expectedKept += alone.kept().size();
        expectedAside += alone.setAside().size();
      }
    }

    Survey survey = survey(source);
    DeliveredRows rows = rows(source, survey);
    long kept = rows.kept().select("id", "line").collectAsList().size();
    List<Row> setAside = rows.setAside().collectAsList();

    long repeated =
        survey.files().stream().filter(file -> file.standing() == Standing.REPEATED).count();
    assertEquals(0, repeated, () -> survey.remarks().toString());
    assertEquals(expectedKept, kept);
    assertEquals(expectedAside, setAside.size());
    assertEquals(
        kept + setAside.size(),
        survey.fresh().stream().mapToLong(file -> rows.tally().of(file).found()).sum());
    assertTrue(survey.fresh().stream().allMatch(rows.tally()::isComplete));
  }

  @Test
  void tellsOfAFileThatIsCutOffThatMoreIsMissing() throws IOException {
    String names = "Ann,Ben,Cat,Dan,Eve,Fay,Gus,Hal";
    var lines = new StringBuilder("ID,NAME,EMAIL\n");
    for (int id = 0; id < 5_000; id++) {
      lines.append(id).append(',').append(names.split(",")[id * 7 % 8]).append(",\n");
    }
    byte[] whole = gzip(lines.toString());
    Files.write(folder.resolve("half.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("whole.csv.gz"), whole);
    Source source = Incidents.customers(Format.CSV, Incidents.CSV, "*.gz");

    Survey survey = survey(source);
    DeliveredRows rows = rows(source, survey);
    rows.kept().collectAsList();

    DeliveredFile half = survey.fresh().get(0);
    DeliveredFile all = survey.fresh().get(1);
    assertTrue(rows.tally().of(half).isCutOff());
    assertTrue(half.warnings(rows.tally().of(half)).toString().contains("is damaged or cut off"));
    assertEquals(List.of(), all.warnings(rows.tally().of(all)));
  }

  private static byte[] gzip(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void namesTheDelimiterOfAFileThatHasAnother() throws IOException {
    write("a.csv", "ID;NAME;EMAIL\n1;a;b\n");

    Survey survey = survey(Incidents.customers(Format.CSV, Incidents.CSV, "a.csv"));

    String problem = survey.files().get(0).problem().orElse("");
    assertTrue(problem.contains("Its delimiter seems to be ';'"), problem);
    assertTrue(problem.startsWith(folder.toString()), problem);
  }

  @Test
  void readsAThousandSmallFilesInFewTasks() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      write("small/" + i + ".csv", "ID,NAME,EMAIL\n" + i + ",a,b\n");
    }
    Source source = Incidents.customers(Format.CSV, Incidents.CSV, "small/*.csv");

    Dataset<Row> kept = rows(source, survey(source)).kept();

    assertEquals(1_000, kept.select("id").distinct().count());
    assertTrue(kept.rdd().getNumPartitions() < 12, "few tasks");
  }

  @Test
  void takesAFileOnceHoweverOftenItIsDelivered() throws IOException {
    Path first = write("a.csv", "ID,NAME,EMAIL\n1,a,b\n");
    write("b.csv", "ID,NAME,EMAIL\n1,a,b\n");
    write("c.csv", "ID,NAME,EMAIL\n2,a,b\n");
    Source source = Incidents.customers(Format.CSV, Incidents.CSV, "*.csv", "a.csv", "x/*.csv");

    Survey survey = survey(source);
    List<TakenFile> taken =
        survey.fresh().stream()
            .map(
                file ->
                    new TakenFile(file.path(), file.size(), file.modifiedAt(), file.sha256(), true))
            .toList();
    Files.move(first, folder.resolve("d.csv"));
    Survey later = Survey.of(spark, Incidents.of(source), source, folder.toString(), taken);

    assertEquals(
        List.of(Standing.NEW, Standing.REPEATED, Standing.NEW),
        survey.files().stream().map(DeliveredFile::standing).toList());
    assertEquals(List.of(), later.fresh());
  }

  @Test
  void saysThatNothingMatchesOnlyWhereNoFileWasFoundAtAll() throws IOException {
    write("a.csv", "ID,NAME,EMAIL\n1,a,b\n");

    Survey some = survey(Incidents.customers(Format.CSV, Incidents.CSV, "*.csv", "x/*.csv"));
    Survey none = survey(Incidents.customers(Format.CSV, Incidents.CSV, "x/*.csv"));

    assertEquals(-1, some.remarks().toString().indexOf("no file matches"));
    assertTrue(none.remarks().toString().contains("no file matches x/*.csv"));
  }

  @Test
  void saysWhatItPassesOverAndWhatLeadsNowhere() throws IOException {
    write("in/.hidden", "x");
    write("in/_SUCCESS", "");
    write("in/deeper/a.csv", "ID,NAME,EMAIL\n1,a,b\n");
    Files.createSymbolicLink(folder.resolve("in/link.csv"), folder.resolve("gone.csv"));
    Source source = Incidents.customers(Format.CSV, Incidents.CSV, "in");

    Survey survey = survey(source);

    assertEquals(2, survey.remarks().size());
    assertEquals(1, survey.fresh().size());
    assertTrue(
        survey.files().stream()
            .anyMatch(file -> file.problem().orElse("").contains("link to a file")));
  }

  @Test
  void readsNothingOfAFileThatChangedAfterItWasSurveyed() throws IOException {
    Path path = write("a.csv", "ID,NAME,EMAIL\n1,a,b\n");
    Source source = Incidents.customers(Format.CSV, Incidents.CSV, "a.csv");
    DeliveredRows rows = rows(source, survey(source));
    Files.writeString(path, "ID,NAME,EMAIL\n1,a,b\n2,c,d\n");

    Exception failure = assertThrows(Exception.class, () -> rows.kept().collectAsList());

    assertTrue(IntakeException.behind(failure).orElseThrow() instanceof DeliveryChanged);
  }

  @Test
  void readsParquetFilesAndDeltaTablesInTheSameShape() throws IOException {
    Dataset<Row> delivered =
        spark.sql(
            "SELECT 1 AS id, 'a' AS Name, '' AS email, named_struct('email', 'e', 'x', 2) AS"
                + " contact, DATE '2025-07-02' AS day, array(1, 2) AS list");
    delivered.write().parquet(folder.resolve("p").toString());
    delivered.write().format("delta").save(folder.resolve("d").toString());
    write("p/broken.parquet", "PAR1 and nothing PAR1");
    Source parquet = Incidents.customers(Format.PARQUET, Incidents.CSV, "p");
    Source delta = Incidents.customers(Format.DELTA, Incidents.CSV, "d");

    Survey files = survey(parquet);
    Survey tables = survey(delta);
    List<Row> fromParquet = rows(parquet, files).kept().drop("delivery_id").collectAsList();
    List<Row> fromDelta = rows(delta, tables).kept().drop("delivery_id").collectAsList();

    assertEquals(1, files.files().stream().filter(file -> file.problem().isPresent()).count());
    assertEquals(1, rows(parquet, files).tally().of(files.fresh().get(0)).kept());
    assertEquals(fromParquet, fromDelta);
    Row row = fromParquet.get(0);
    assertEquals("1", row.getString(row.fieldIndex("id")));
    assertTrue(row.isNullAt(row.fieldIndex("email")));
    assertEquals("e", row.getString(row.fieldIndex("contact_email")));
    assertEquals(
        "{contact.x=2, day=2025-07-02, list=[1,2]}",
        new java.util.TreeMap<>(row.getJavaMap(row.fieldIndex("undeclared"))).toString());
  }

  private Survey survey(Source source) {
    return Survey.of(spark, Incidents.of(source), source, folder.toString(), List.of());
  }

  private DeliveredRows rows(Source source, Survey survey) {
    Incident incident = Incidents.of(source);
    return DeliveredRows.of(spark, incident, source.role(), survey.fresh(), ReadDelivery.READ_AT);
  }

  private Path write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.write(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
