package aftermath;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.check.Findings;
import aftermath.check.SourcesCheck;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import aftermath.run.Planning;
import aftermath.testing.SparkSessionForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page that makes an incident file from nothing makes one that works. */
@ExtendWith(SparkSessionForTests.class)
class YourIncidentTest {
  private static final Path PAGE = Path.of("jobs", "YOUR-INCIDENT.md");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");
  private static final Pattern SAMPLE =
      Pattern.compile("(?s)`(deliveries/[^`]+\\.csv)`[^`]*```csv\\n(.*?)```");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./aftermath (.*)$");

  @TempDir private Path folder;

  @Test
  void fromTheFilesOnEveryStepIsAnIncidentFile() throws IOException {
    List<String> blocks = blocks();
    int steps = 0;
    var text = new StringBuilder();
    for (String block : blocks) {
      text.append(block);
      if (text.toString().contains("sources:")) {
        assertDoesNotThrow(() -> incident(text.toString()), block);
        steps++;
      }
    }
    assertEquals(3, steps);
  }

  @Test
  void itsExpressionsCanBePlanned(SparkSession spark) throws IOException {
    Incident incident = incident(String.join("", blocks()));
    assertEquals(
        List.of(),
        Planning.mistakes(spark, incident, BreachPipeline.of(incident, PseudonymKey.NONE)));
  }

  @Test
  void itsSampleFilesCanBeRead(SparkSession spark) throws IOException {
    List<MatchResult> samples = SAMPLE.matcher(page()).results().toList();
    assertEquals(3, samples.size());
    for (MatchResult sample : samples) {
      Path file = folder.resolve(sample.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, sample.group(2));
    }
    Incident incident = incident(String.join("", blocks()));
    var sources = new SourcesCheck(spark, incident, folder.resolve("deliveries").toString());
    var findings = new Findings(sources.findings());
    assertTrue(findings.isReady(), findings::text);
    assertEquals(
        1,
        findings.text().lines().filter(line -> line.startsWith("warning")).count(),
        findings::text);
  }

  @Test
  void itsCommandsAreUnderstood() throws IOException {
    List<String> commands = COMMAND.matcher(page()).results().map(match -> match.group(1)).toList();
    assertEquals(4, commands.size());
    commands.forEach(
        command ->
            assertDoesNotThrow(() -> Main.commandLine().parseArgs(command.split(" ")), command));
  }

  private Incident incident(String text) throws IOException {
    Path file = folder.resolve("my-incident.yaml");
    Files.writeString(file, text);
    return IncidentFile.read(file);
  }

  private static List<String> blocks() throws IOException {
    return YAML.matcher(page()).results().map(match -> match.group(1)).toList();
  }

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }
}
