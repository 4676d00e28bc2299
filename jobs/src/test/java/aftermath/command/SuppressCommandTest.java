package aftermath.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tables from elsewhere are protected and audited. */
class SuppressCommandTest {
  private static final String CELLS =
      """
      cell_id,sex,state,value,freq,cost,status,lpl,upl
      1,f,NSW,4,4,4,u,3,3
      2,f,VIC,70,70,70,s,0,0
      3,f,all,74,74,74,s,0,0
      4,m,NSW,30,30,30,s,0,0
      5,m,VIC,61,61,61,s,0,0
      6,m,all,91,91,91,s,0,0
      7,all,NSW,34,34,34,s,0,0
      8,all,VIC,131,131,131,s,0,0
      9,all,all,165,165,165,s,0,0
      """;
  private static final String EQUATIONS =
      """
      eq_id,total_cell,child_cell
      f,3,1
      f,3,2
      m,6,4
      m,6,5
      all,9,7
      all,9,8
      NSW,7,1
      NSW,7,4
      VIC,8,2
      VIC,8,5
      both,9,3
      both,9,6
      """;

  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @BeforeEach
  void writeTables() throws IOException {
    Files.writeString(folder.resolve("cells.csv"), CELLS);
    Files.writeString(folder.resolve("equations.csv"), EQUATIONS);
  }

  @Test
  void whatIsWrittenHasNoSuppressedValueAndSaysWhyItIsMissing() throws IOException {
    assertEquals(0, suppress());
    List<String> lines = Files.readAllLines(folder.resolve("out/cells.csv"));
    assertEquals("cell_id,sex,state,value,published_status,OBS_STATUS,CONF_STATUS", lines.get(0));
    assertEquals("1,f,NSW,,u,Q,A", lines.get(1));
    assertEquals("9,all,all,165,s,A,F", lines.get(9));
    assertEquals(3, lines.stream().filter(line -> line.endsWith(",,x,Q,D")).count());
  }

  @Test
  void theAuditIsWrittenForMachinesAndForPeople() throws IOException {
    assertEquals(0, suppress());
    JsonNode audit =
        JsonMapper.builder().build().readTree(folder.resolve("out/audit.json").toFile());
    assertTrue(audit.get("isPassed").asBoolean());
    assertEquals(3, audit.get("complementary").asInt());
    assertEquals(4, audit.get("suppressed").size());
    assertTrue(Files.readString(folder.resolve("out/audit.md")).contains("Passed: nobody"));
  }

  @Test
  void whatWasWrittenPassesTheAuditAndFewerSuppressionsDoNot() throws IOException {
    assertEquals(1, audit());
    String withPattern =
        CELLS.replace("lpl,upl", "lpl,upl,published_status").replaceAll("(?m)(,\\d+)$", "$1,x");
    Files.writeString(folder.resolve("cells.csv"), withPattern);
    assertEquals(0, audit());
  }

  @Test
  void everyLineThatCannotBeUsedIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("cells.csv"),
        CELLS.replace("1,f,NSW,4,", "1,f,NSW,-4,").replace("131,s,0,0", "131,q,0,0")
            + "9,a,b,1,1,1,s,0,0\n");
    assertEquals(2, suppress());
    assertSays("Mistakes in ");
    assertSays("(3):");
    assertSays("line 2: value is no number from 0 up");
    assertSays("line 9: the status is 'q'");
    assertSays("line 11: the cell '9' stands in line 10 already");
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void equationsOfUnknownCellsAndMissingColumnsAreNamed() throws IOException {
    Files.writeString(folder.resolve("equations.csv"), EQUATIONS + "x,98,99\n");
    assertEquals(2, suppress());
    assertFalse(err.toString().contains("twice"), err::toString);
    assertSays("line 14: there is no cell '99'");
    Files.writeString(folder.resolve("equations.csv"), "eq_id,total,child_cell\n1,2,3\n");
    assertEquals(2, suppress());
    assertSays("the column 'total_cell' is missing");
  }

  @Test
  void tablesThatDoNotAddUpOrHaveNoCellsAreRefused() throws IOException {
    Files.writeString(folder.resolve("cells.csv"), CELLS.replace("165,165,165", "164,165,165"));
    assertEquals(2, suppress());
    assertSays("do not add up to it");
    Files.writeString(folder.resolve("cells.csv"), "");
    assertEquals(2, suppress());
    assertSays("has no cells");
  }

  @Test
  void aFileWithoutEquationsOrWithABrokenQuoteIsRefused() throws IOException {
    Files.writeString(folder.resolve("equations.csv"), "eq_id,total_cell,child_cell\n");
    assertEquals(2, suppress());
    assertSays("it has no equations");
    Files.writeString(folder.resolve("equations.csv"), EQUATIONS + "x,\"9,8\n");
    assertEquals(2, suppress());
    assertSays("equations.csv cannot be read");
    Files.delete(folder.resolve("equations.csv"));
    assertEquals(2, suppress());
    assertSays("there is no such file");
  }

  private int suppress() {
    return typed(
        new SuppressCommand(),
        "--cells",
        folder.resolve("cells.csv").toString(),
        "--equations",
        folder.resolve("equations.csv").toString(),
        "--out",
        folder.resolve("out").toString());
  }

  private int audit() {
    return typed(
        new AuditCommand(),
        "--cells",
        folder.resolve("cells.csv").toString(),
        "--equations",
        folder.resolve("equations.csv").toString());
  }

  private int typed(Object command, String... arguments) {
    return new CommandLine(command)
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(new Sentences())
        .execute(arguments);
  }

  private void assertSays(String text) {
    assertTrue(err.toString().contains(text), err::toString);
  }
}
