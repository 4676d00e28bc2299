package aftermath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the program answers to whoever types something else than it expects. */
class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anUnknownTableIsAnsweredWithTheNearestOne() {
    assertEquals(2, typed("show", "gold.exposure_by_feld", "conf/demo.yaml"));
    assertSays("There is no table gold.exposure_by_feld. Did you mean gold.exposure_by_field?");
  }

  @Test
  void aTableWithPersonalDataIsNotShownUnasked() {
    assertEquals(2, typed("show", "silver.people", "conf/demo.yaml"));
    assertSays("silver.people holds personal data");
    assertSays("--personal");
  }

  @Test
  void aMissingIncidentFileIsNamed() {
    assertEquals(2, typed("run", "conf/nowhere.yaml"));
    assertSays("conf/nowhere.yaml");
  }

  @Test
  void allMistakesOfAnIncidentFileAreSaidWithTheirLines(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("broken.yaml");
    Files.writeString(
        file, Files.readString(Path.of("conf/demo.yaml")).replace("id: demo", "idd: demo"));
    assertEquals(2, typed("plan", file.toString()));
    assertSays("idd");
  }

  @Test
  void missingSamplesAreAMistakeOfWhoeverAsks(@TempDir Path folder) {
    assertEquals(2, typed("demo", "--samples", folder.resolve("none").toString()));
    assertSays("The samples are not in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnu", "show", "generate", "--verbos"})
  void whatCannotBeParsedIsAMistakeOfWhoeverAsks(String word) {
    assertEquals(2, typed(word));
    assertFalse(err.toString().contains("\tat "), err::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "run", "show", "plan", "generate"})
  void theHelpOfEveryCommandHasExamples(String command) {
    assertEquals(0, typed(command, "--help"));
    assertTrue(out.toString().contains("Example"), out::toString);
    assertTrue(out.toString().contains("  aftermath " + command), out::toString);
  }

  @Test
  void theHelpHasExamplesAndExitCodes() {
    assertEquals(0, typed("--help"));
    assertTrue(out.toString().contains("Examples:"), out::toString);
    assertTrue(out.toString().contains("Exit codes: 0"), out::toString);
  }

  @Test
  void theVersionIsAnAnswer() {
    assertEquals(0, typed("--version"));
    assertTrue(out.toString().startsWith("Aftermath "), out::toString);
  }

  @Test
  void whatNobodyForesawIsOneSentenceAndExitCodeOne() {
    CommandLine line = Main.commandLine().addSubcommand("break", new Breaking());
    assertEquals(1, line.setErr(new PrintWriter(err)).execute("break"));
    assertSays("It did not work: IllegalStateException: a bolt is loose.");
    assertFalse(err.toString().contains("\tat "), err::toString);
  }

  @CommandLine.Command(name = "break")
  static final class Breaking implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("a bolt is loose");
    }
  }

  private int typed(String... words) {
    return commandLine().execute(words);
  }

  private CommandLine commandLine() {
    return Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
  }

  private void assertSays(String words) {
    assertTrue(err.toString().contains(words), err::toString);
  }
}
