package aftermath.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

class ResponseRowsTest {
  private static final String HEADER =
      "CONTACT_ID,RESULT,OFFERED_AT,ANSWERED_AT,ENDED_AT,WRAP_UP,CUSTOMER_ID,LINE,TOPIC\n";

  @TempDir Path folder;

  @Test
  void wordsStayAsTheyWereDelivered() throws IOException {
    assertEquals(
        List.of(
            "2|calls|K1|Answered|1751416200000000|1751416215000000|1751416800000000|75|C1|main|Am I affected",
            "3|calls|-|-|1751416200000000|-|-|-|-|-|-"),
        read("K1, Answered ,02/07/2025 10:30,2025-07-02T10:30:15,2025-07-02T10:40+10:00,01:15,C1,main,Am I affected\n"
                + ",,2025-07-02T10:30,, ,,,,\n")
            .kept());
  }

  @Test
  void jsonIsReadAsWellAsCsv() throws IOException {
    Source source = Incidents.calls(Format.NDJSON, "x");
    Path path =
        Files.writeString(
            folder.resolve("calls"),
            "{\"CONTACT_ID\":\"K1\",\"RESULT\":\"x\",\"OFFERED_AT\":1751416200,\"WRAP_UP\":12.9}\n");

    assertEquals(
        List.of("1|calls|K1|x|1751416200000000|-|-|12|-|-|-"),
        ReadDelivery.of(path, Incidents.of(source), source).kept());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "K1,Answered,,,,,,,; event has no time",
        "K1,Answered,yesterday,,,,,,; time of the event is unreadable",
        "K1,Answered,2025-07-02T10:30,soon,,,,,; time of the event is unreadable",
        "K1,Answered,2025-07-02T10:30,,25:00,,,,; time of the event is unreadable",
        "K1,Answered,1970-01-01T00:00,,,,,,; event happened before 1970-02-01, long before the first moment of the timeline",
        "K1,Answered,2099-01-01T00:00,,,,,,; event happened more than 24 hours after the file was read",
        "K1,Answered,2025-07-02T10:30,,2099-01-01T00:00,,,,; event happened more than 24 hours after the file was read",
        "K1,Answered,2025-07-02T10:30,,,a while,,,; time for wrapping up is unreadable"
      })
  void whatCannotBeReadIsSetAsideWithItsReason(String row, String reason) throws IOException {
    ReadDelivery read = read(row + "\n");

    assertEquals(List.of(), read.kept());
    assertEquals(reason, read.setAside().get(0)[1].split(";")[0]);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "75,75", "75.9,75", "1:15,75", "00:01:15,75", "2:00:00,7200", "-3,-3"})
  void timeForWrappingUpIsWrittenInManyWays(String written, String seconds) throws IOException {
    ReadDelivery read = read("K1,x,2025-07-02T10:30,,," + written + ",,,\n");

    assertEquals(seconds, read.kept().get(0).split("\\|")[7]);
  }

  @Test
  void responsesInTablesOfOtherEnginesAreRefusedInASentence() {
    Source source = Incidents.calls(Format.PARQUET, "x");

    assertThrows(IntakeException.class, () -> SourceLayout.of(Incidents.of(source), source));
  }

  private ReadDelivery read(String rows) throws IOException {
    Source source = Incidents.calls(Format.CSV, "x");
    Path path = Files.writeString(folder.resolve("calls.csv"), HEADER + rows);
    return ReadDelivery.of(path, Incidents.of(source), source);
  }
}
