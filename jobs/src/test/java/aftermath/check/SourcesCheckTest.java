package aftermath.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.Incident;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.TinyIncident;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionForTests.class)
class SourcesCheckTest {
  private static final String HEADER =
      "REF,FIRST,LAST,EMAIL,WORK,DOB,MEMBER,STREET,STATE,DIAGNOSIS\n";
  private static final String ROW = "1,Ada,Example,ada@example.org,,1990-01-01,,,NSW,\n";
  private static final String CUSTOMERS =
      "ID,UPDATED,MEMBER,FIRST,LAST,EMAIL,BORN,STREET,STATE\n7,1,,Ada,Example,,,,\n";

  private final SparkSession spark;

  @TempDir private Path folder;

  SourcesCheckTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void allIsWell() throws IOException {
    write("cases.csv", HEADER + ROW);
    write("customers.csv", CUSTOMERS);
  }

  @Test
  void aSourceSaysHowManyFilesOfWhatSizeItHas() {
    Finding cases = about("source cases").get(0);
    assertEquals(Standing.OK, cases.standing());
    assertTrue(cases.sentence().startsWith("1 file, 1"), cases::sentence);
    assertTrue(cases.sentence().contains("cases.csv"), cases::sentence);
  }

  @Test
  void aSourceWithoutFilesIsNamedAndDoesNotStandInTheWay() {
    Finding letters = about("source letters").get(0);
    assertEquals(Standing.WARNING, letters.standing());
    assertTrue(letters.sentence().contains("letters.csv"), letters::sentence);
    assertTrue(missing().isEmpty(), () -> missing().toString());
  }

  @Test
  void withoutStolenRecordsThereIsNothingToCount() throws IOException {
    Files.delete(folder.resolve("cases.csv"));
    assertTrue(missing().get(0).contains("nothing to count"), () -> missing().toString());
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() throws IOException {
    write("cases.csv", HEADER.replace(',', ';') + ROW.replace(',', ';'));
    write("customers.csv", "ID,ID,FIRST\n1,2,Ada\n");
    write("members.csv", "");
    List<String> missing = missing();
    assertEquals(4, missing.size(), missing::toString);
    assertTrue(missing.get(0).contains("delimiter seems to be ';'"), missing::toString);
    assertTrue(missing.get(1).contains("names a column twice: ID"), missing::toString);
    assertTrue(missing.get(2).contains("is empty"), missing::toString);
  }

  @Test
  void oneBadFileAmongGoodOnesIsWarnedOf() throws IOException {
    write("cases-2.csv", "");
    Incident several = TinyIncident.tinyBut("paths: [cases.csv]", "paths: [cases*.csv]");
    List<Finding> found = new SourcesCheck(spark, several, folder.toString()).findings();
    assertTrue(new Findings(found).isReady(), found::toString);
    assertTrue(
        found.stream()
            .anyMatch(
                it ->
                    it.standing() == Standing.WARNING
                        && it.sentence().contains("cases-2.csv is empty")),
        found::toString);
  }

  @Test
  void aHeaderThatLacksADeclaredColumnIsWarnedOf() throws IOException {
    write("cases.csv", HEADER.replace("DOB,", "BIRTHDAY,") + ROW);
    assertTrue(
        warnings().stream().anyMatch(it -> it.contains("no column for birth_date (DOB)")),
        () -> warnings().toString());
  }

  @Test
  void bytesOfAnotherEncodingAreFoundInTheFirstRows() throws IOException {
    write("cases.csv", HEADER + ROW + ROW.replace("Ada", "Zoë"), ISO_8859_1);
    assertTrue(
        warnings().stream()
            .anyMatch(
                it ->
                    it.contains("of its first 2 rows 1 cannot be used; line 3")
                        && it.contains("encoding")),
        () -> warnings().toString());
  }

  @Test
  void anEncodingThatWouldGarbleNamesIsFound() throws IOException {
    write("cases.csv", HEADER + ROW.replace("Ada", "Zoë"));
    Incident latin =
        TinyIncident.tinyBut(
            "paths: [cases.csv]\n      key",
            "paths: [cases.csv]\n      csv: { encoding: windows-1252 }\n      key");
    List<Finding> found = new SourcesCheck(spark, latin, folder.toString()).findings();
    assertTrue(
        found.stream().anyMatch(it -> it.sentence().contains("set encoding: UTF-8")),
        found::toString);
  }

  @Test
  void rowsThatCannotBeUsedAreFoundInEveryFormat() throws IOException {
    write("mail.json", "{\"eventType\": \"Delivery\"}\nnot json\n");
    List<String> found = about("source mail").stream().map(Finding::sentence).toList();
    assertTrue(
        found.stream().anyMatch(it -> it.contains("of its first 2 rows 2 cannot be used")),
        found::toString);
    assertTrue(
        found.stream().anyMatch(it -> it.contains("nothing in its first rows")), found::toString);
  }

  @Test
  void noSentenceQuotesAValue() throws IOException {
    write("cases.csv", HEADER + "1,Ada,Example,ada@example.org,spare,column,x,y,z,a,b,c\n");
    write("mail.json", "{\"mail\": \"ada@example.org\"\n");
    all().forEach(it -> assertFalse(it.sentence().contains("ada@"), it::sentence));
  }

  @Test
  void filesOfTheFutureAreNamed() throws IOException {
    Instant now = Instant.parse("2025-07-01T00:00:00Z");
    Files.setLastModifiedTime(
        folder.resolve("customers.csv"), FileTime.from(now.plusSeconds(3600)));
    Files.setLastModifiedTime(folder.resolve("cases.csv"), FileTime.from(now));
    assertEquals(List.of("customers.csv"), check().filesOfTheFuture(now));
  }

  private void write(String name, String text) throws IOException {
    write(name, text, UTF_8);
  }

  private void write(String name, String text, Charset charset) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(charset));
  }

  private SourcesCheck check() {
    return new SourcesCheck(spark, TinyIncident.TINY, folder.toString());
  }

  private List<Finding> all() {
    return check().findings();
  }

  private List<Finding> about(String subject) {
    return all().stream().filter(it -> it.subject().equals(subject)).toList();
  }

  private List<String> missing() {
    return sentences(Standing.MISSING);
  }

  private List<String> warnings() {
    return sentences(Standing.WARNING);
  }

  private List<String> sentences(Standing standing) {
    return all().stream().filter(it -> it.standing() == standing).map(Finding::sentence).toList();
  }
}
