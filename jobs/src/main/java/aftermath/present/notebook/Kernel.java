package aftermath.present.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How Jupyter starts the kernel that runs the cells: Java, in the same JVM, with the same options
 * and libraries as this program.
 */
public final class Kernel {

  /** The name by which notebooks ask for it. */
  static final String NAME = "aftermath";

  private static final String MAIN = "org.rapaio.jupyter.kernel.MainApp";

  /** What Spark itself takes for a secret. */
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(secret|password|token|access[.]?key).*");

  private final Map<String, String> surroundings;
  private final Map<String, String> settings;

  /**
   * The kernel for a warehouse.
   *
   * @param master where Spark runs
   * @param settings of Spark
   */
  public Kernel(String warehouse, String master, Map<String, String> settings) {
    this.surroundings = Surroundings.of(warehouse, master);
    this.settings = settings;
  }

  /** Writes the kernel's description where a Jupyter looks that has the folder in its path. */
  void describe(Path folder) {
    try {
      Path kernel = Files.createDirectories(folder.resolve("kernels").resolve(NAME));
      Files.writeString(kernel.resolve("kernel.json"), NotebookJson.written(description()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Throws if what would be kept in a file is better not kept.
   *
   * @throws NotebookMistake if a setting is a secret
   */
  void assertNoSecrets() {
    settings.keySet().stream()
        .filter(setting -> SECRET.matcher(setting).matches())
        .findFirst()
        .ifPresent(
            setting -> {
              throw NotebookMistake.secretWouldBeWritten(setting);
            });
  }

  private ObjectNode description() {
    ObjectNode description = NotebookJson.object();
    ArrayNode command = description.putArray("argv");
    command().forEach(command::add);
    description.put("display_name", "Aftermath (Java)");
    description.put("language", "java");
    description.put("interrupt_mode", "message");
    ObjectNode environment = description.putObject("env");
    new TreeMap<>(surroundings).forEach(environment::put);
    environment.put("RJK_CLASSPATH", ownPlace().toString());
    return description;
  }

  private List<String> command() {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
        .forEach(words::add);
    settings.forEach((setting, value) -> words.add("-D%s=%s".formatted(setting, value)));
    words.add("-cp");
    words.add(
        String.join(File.pathSeparator, System.getProperty("java.class.path"), jar().toString()));
    words.add(MAIN);
    words.add("{connection_file}");
    return words;
  }

  /** The build puts it beside the program, and not among its libraries: nobody else needs it. */
  private static Path jar() {
    Path folder = ownPlace().resolveSibling("kernel");
    try (var jars = Files.newDirectoryStream(folder, "*.jar")) {
      return jars.iterator().next();
    } catch (IOException | NoSuchElementException e) {
      throw NotebookMistake.noKernel(folder);
    }
  }

  /** The jar of this program, or the folder of its classes. */
  private static Path ownPlace() {
    try {
      return Path.of(Kernel.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
