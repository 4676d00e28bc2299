package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.incident.Format;
import aftermath.incident.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkDecisionRowsTest {
  private static final String HEADER = "Record,OTHER,decision,decided_at,clerk,remark\n";

  @TempDir Path folder;

  @Test
  void aDecisionIsAPairAndAWord() throws IOException {
    ReadDelivery read =
        read("CS-1, C:77 ,SAME,2025-07-02T10:00Z,kim,called back\nCS-1,CS-2,open\n");

    assertEquals(
        List.of("2|CS-1|C:77|same|1751450400000000|kim|called back"), read.kept().subList(0, 1));
  }

  @Test
  void jsonIsReadAsWellAsCsv() throws IOException {
    Source source = Incidents.clerks(Format.NDJSON, "x");
    Path path =
        Files.writeString(
            folder.resolve("clerks"),
            "{\"record\":\"CS-1\",\"other\":\"CS-2\",\"decision\":\"different\"}\n");

    assertEquals(
        List.of("1|CS-1|CS-2|different|-|-|-"),
        ReadDelivery.of(path, Incidents.of(source), source).kept());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CS-1,CS-2,perhaps,,,; decision is none of the words same, different and open",
        "CS-1,CS-2,,,,; decision is none of the words same, different and open",
        "CS-1,,same,,,; decision does not name two records",
        "CS-1,CS-1,same,,,; decision names one record twice",
        "CS-1,CS-2,same,yesterday,,; time of the decision is unreadable"
      })
  void whatIsNoDecisionIsSetAsideWithItsReason(String row, String reason) throws IOException {
    ReadDelivery read = read(row + "\n");

    assertEquals(List.of(), read.kept());
    assertEquals(reason, read.setAside().get(0)[1].split(";")[0]);
  }

  @Test
  void decisionsInTablesOfOtherEnginesAreRefusedInASentence() {
    Source source = Incidents.clerks(Format.PARQUET, "x");

    assertThrows(IntakeException.class, () -> SourceLayout.of(Incidents.of(source), source));
  }

  @Test
  void ofAFileWithAnotherDelimiterTheUsualColumnsAreNamedAndNoRowsAreMissed() throws IOException {
    Source source = Incidents.clerks(Format.CSV, "x");
    Path path = Files.writeString(folder.resolve("c.csv"), "record;other;decision\n1;2;same\n");

    DeliveredFile file = ReadDelivery.of(path, Incidents.of(source), source).file();

    assertEquals(
        path
            + " has none of the columns that are looked for; found: record;other;decision;"
            + " expected some of: record, other, decision, decided_at, clerk, remark."
            + " Its delimiter seems to be ';'; set delimiter in the csv block of the source.",
        file.problem().orElseThrow());
    assertEquals(List.of(), file.warnings(Tally.Count.NONE));
  }

  @Test
  void onlyOfAFileThatIsTakenInNoRowsAreAWarning() throws IOException {
    DeliveredFile taken = read("").file();

    assertTrue(taken.warnings(Tally.Count.NONE).get(0).contains("has no rows"));
    assertEquals(List.of(), taken.standing(Standing.REPEATED).warnings(Tally.Count.NONE));
  }

  private ReadDelivery read(String rows) throws IOException {
    Source source = Incidents.clerks(Format.CSV, "x");
    Path path = Files.writeString(folder.resolve("clerks.csv"), HEADER + rows);
    return ReadDelivery.of(path, Incidents.of(source), source);
  }
}
