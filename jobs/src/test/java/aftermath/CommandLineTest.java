package aftermath;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.testing.ExpositionFormat;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  @Test
  void withoutJupyterItIsSaidHowToGetIt(@TempDir Path warehouse) throws Exception {
    Files.createDirectories(warehouse.resolve("gold/affected_counts/_delta_log"));
    assertEquals(2, notebooks(warehouse, "--jupyter", "no-jupyter-here"));
    assertSays("`no-jupyter-here nbconvert` is not there");
    assertSays("apt-get install jupyter-nbconvert");
  }

  @Test
  void notebooksNeedTablesThatWereMade(@TempDir Path warehouse) {
    assertEquals(2, notebooks(warehouse));
    assertSays("gold.affected_counts has not been made in " + warehouse);
  }

  private int notebooks(Path warehouse, String... more) {
    var words = new ArrayList<>(List.of("notebooks", "conf/demo.yaml"));
    words.addAll(List.of("--warehouse", warehouse.toString()));
    words.addAll(List.of(more));
    return typed(words.toArray(String[]::new));
  }

  @Test
  void aPortThatIsNoneIsAMistakeOfWhoeverAsks() {
    assertEquals(2, typed("dashboard", "conf/demo.yaml", "--serve", "--port", "70000"));
    assertSays("--port 70000: ports are from 1 to 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnu", "show", "generate", "--verbos"})
  void whatCannotBeParsedIsAMistakeOfWhoeverAsks(String word) {
    assertEquals(2, typed(word));
    assertFalse(err.toString().contains("\tat "), err::toString);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theHelpOfEveryCommandHasExamplesThatAreUnderstood(String command) {
    assertEquals(0, typed(command, "--help"));
    // As written: the help itself is wrapped.
    var usage = Main.commandLine().getSubcommands().get(command).getCommandSpec().usageMessage();
    List<String> examples =
        Stream.of(usage.footer())
            .filter(line -> line.startsWith("  aftermath " + command + " "))
            .map(line -> line.strip().split(" {2,}| > ")[0])
            .toList();
    boolean isOfOneWord = out.toString().contains("  aftermath " + command);
    assertTrue(isOfOneWord || !examples.isEmpty(), out::toString);
    examples.forEach(example -> assertDoesNotThrow(() -> parsed(example), example));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theHelpOfEveryCommandHasItsExitCodes(String command) {
    assertEquals(0, typed(command, "--help"));
    String codes = out.toString().substring(out.toString().indexOf("Exit codes:"));
    for (String code : List.of("0", "1", "2")) {
      assertTrue(codes.contains("\n  " + code + "   "), codes);
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anOptionThatACommandDoesNotHaveIsAMistakeOfWhoeverAsks(String command) {
    assertEquals(2, typed(command, "--no-such-option"));
    assertFalse(err.toString().contains("\tat "), err::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run nowhere.yaml",
        "check nowhere.yaml",
        "plan nowhere.yaml",
        "extract nowhere.yaml",
        "show gold.fields nowhere.yaml",
        "explain-link 1 2 nowhere.yaml",
        "draw-links nowhere.yaml --out x.html",
        "save-weights nowhere.yaml --out x.yaml",
        "generate nowhere.yaml --out x --truth y",
        "suppress --cells nowhere.csv --equations nowhere.csv --out x",
        "audit --cells nowhere.csv --equations nowhere.csv",
        "demo --samples nowhere"
      })
  void aFileThatIsNotThereIsAMistakeOfWhoeverAsks(String line) {
    assertEquals(2, typed(line.split(" ")));
    assertTrue((out.toString() + err).contains("nowhere"), () -> out.toString() + err);
  }

  @Test
  void metricsThatCannotBeWrittenAreSaidBeforeTheRun(@TempDir Path folder) {
    assertEquals(2, typed("run", "conf/demo.yaml", "--metrics", folder.toString()));
    assertSays("--metrics");
  }

  @Test
  void aRunThatFailsBeforeItBeginsWritesItsMetrics(@TempDir Path folder) throws Exception {
    Path metrics = folder.resolve("aftermath.prom");
    assertEquals(2, typed("run", "nowhere.yaml", "--metrics", metrics.toString()));
    var written = ExpositionFormat.read(Files.readString(metrics));
    assertEquals(0, written.value("aftermath_run_success", "incident", "unknown"));
  }

  @Test
  void aCheckSaysAllThatIsMissingAtOnce(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("broken.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of("conf/demo.yaml"))
            .replace("id: demo", "idd: demo")
            .replace("time_zone: Australia/Sydney", "time_zone: Sidney"));
    assertEquals(2, typed("check", file.toString()));
    assertTrue(out.toString().contains("idd"), out::toString);
    assertTrue(out.toString().contains("Sidney"), out::toString);
    assertTrue(out.toString().contains("key "), out::toString);
    assertTrue(out.toString().contains("Not ready: "), out::toString);
  }

  static Stream<String> commands() {
    return Main.commandLine().getSubcommands().keySet().stream()
        .filter(name -> !name.equals("help"));
  }

  private static void parsed(String line) {
    String[] words =
        Pattern.compile("'[^']*'|\"[^\"]*\"|\\S+")
            .matcher(line)
            .results()
            .map(word -> word.group().replaceAll("^['\"]|['\"]$", ""))
            .skip(1)
            .toArray(String[]::new);
    Main.commandLine().parseArgs(words);
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
