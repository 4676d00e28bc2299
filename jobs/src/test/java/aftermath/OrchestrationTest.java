package aftermath;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;

/** The examples for schedulers say what the program understands. */
class OrchestrationTest {
  private static final Path FOLDER = Path.of("conf", "orchestration");
  private static final Pattern IN_A_SHELL =
      Pattern.compile("(?:^|[/ =])aftermath ((?:run|check|extract|show|plan) [^>\"\\n]*)");
  private static final Pattern IN_PYTHON =
      Pattern.compile("(?m)^[A-Z]+ = \"((?:run|check|extract|show|plan) [^\"]*)\"$");
  private static final Pattern CRONTAB_LINE =
      Pattern.compile("(?:[\\d*/,-]+ ){4}[\\d*/,-]+ [a-z][a-z0-9_-]* \\S.*|[A-Z_]+=\\S*|#.*|");

  @Test
  void everyCommandLineIsUnderstood() throws IOException {
    int found = 0;
    for (String file : List.of("aftermath.service", "aftermath.cron", "airflow_dag.py")) {
      Pattern pattern = file.endsWith(".py") ? IN_PYTHON : IN_A_SHELL;
      List<String> lines =
          pattern.matcher(text(file)).results().map(match -> match.group(1)).toList();
      assertFalse(lines.isEmpty(), file);
      lines.forEach(line -> assertIsUnderstood(List.of(line.strip().split(" +"))));
      found += lines.size();
    }
    assertEquals(5, found);
  }

  @Test
  void whatIsMisspeltIsFound() {
    org.junit.jupiter.api.Assertions.assertThrows(
        AssertionError.class,
        () -> assertIsUnderstood(List.of("run", "incident.yaml", "--warehose", "w")));
  }

  @Test
  void kubernetesStartsTheProgramThatIsBuiltHere() throws Exception {
    assertEquals(
        List.of("ScheduledSparkApplication", "SparkApplication"),
        documents().stream().map(document -> document.path("kind").asText()).toList());
    for (JsonNode document : documents()) {
      assertEquals("sparkoperator.k8s.io/v1beta2", document.path("apiVersion").asText());
      JsonNode application =
          document.path("spec").has("template")
              ? document.path("spec").path("template")
              : document.path("spec");
      assertEquals(Main.class.getName(), application.path("mainClass").asText());
      assertTrue(
          application
              .path("mainApplicationFile")
              .asText()
              .endsWith("/" + pom("/project/build/finalName") + ".jar"));
      assertEquals(
          pom("/project/properties/spark.version"), application.path("sparkVersion").asText());
      assertEquals("aftermath:" + pom("/project/version"), application.path("image").asText());
      var words = new ArrayList<String>();
      application.path("arguments").forEach(word -> words.add(word.asText()));
      assertIsUnderstood(words);
    }
  }

  @Test
  void theKeyComesFromASecretAndStandsInNoFile() throws IOException {
    for (JsonNode document : documents()) {
      JsonNode key =
          StreamSupport.stream(document.findValue("env").spliterator(), false)
              .filter(variable -> variable.path("name").asText().equals("AFTERMATH_KEY"))
              .findFirst()
              .orElseThrow();
      assertTrue(key.at("/valueFrom/secretKeyRef/name").isTextual(), key::toString);
      assertFalse(key.has("value"), key::toString);
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(
            Pattern.compile("AFTERMATH_KEY[\"\\]]* *[=:] *[\"']?\\w{16,}")
                .matcher(Files.readString(file))
                .find(),
            file::toString);
      }
    }
  }

  @Test
  void everyLineOfTheCrontabIsOne() throws IOException {
    text("aftermath.cron")
        .lines()
        .forEach(line -> assertTrue(CRONTAB_LINE.matcher(line).matches(), line));
  }

  @Test
  void everyLineOfAUnitIsAnAssignmentInASection() throws IOException {
    for (String file : List.of("aftermath.service", "aftermath.timer")) {
      var sections = new ArrayList<String>();
      for (String line : text(file).lines().toList()) {
        assertTrue(
            line.isEmpty() || line.matches("#.*|\\[[A-Z]\\w+]|[A-Z]\\w+=\\S.*"),
            file + ": " + line);
        if (line.startsWith("[")) {
          sections.add(line);
        } else if (line.contains("=") && !line.startsWith("#")) {
          assertFalse(sections.isEmpty(), line);
        }
      }
    }
    assertTrue(text("aftermath.timer").contains("OnCalendar="));
  }

  @Test
  void pythonReadsTheDag() throws Exception {
    assumeTrue(isThere("python3"), "There is no Python on this machine.");
    var process =
        new ProcessBuilder(
                "python3",
                "-c",
                "import ast, sys; ast.parse(open(sys.argv[1]).read(), sys.argv[1])",
                FOLDER.resolve("airflow_dag.py").toString())
            .inheritIO()
            .start();
    assertEquals(0, process.waitFor());
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void assertIsUnderstood(List<String> words) {
    assertDoesNotThrow(
        () -> Main.commandLine().parseArgs(words.toArray(String[]::new)), words::toString);
  }

  private static List<JsonNode> documents() throws IOException {
    var mapper = new YAMLMapper();
    return List.of(
        mapper.readTree(text("kubernetes-hourly.yaml")),
        mapper.readTree(text("kubernetes-extract.yaml")));
  }

  private static String text(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  private static String pom(String path) throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile());
    return XPathFactory.newInstance().newXPath().evaluate(path, document);
  }
}
