package aftermath.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, from its start to its end. */
public final class ProgramProcess {
  private ProgramProcess() {}

  /**
   * How it ended.
   *
   * @param out what it wrote for people
   * @param err its log and its complaints
   */
  public record Ended(int exitCode, String out, String err) {}

  /** Runs a class and waits for its end. */
  public static Ended run(Class<?> program, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("program", ".out");
    Path err = Files.createTempFile("program", ".err");
    try {
      var builder = new ProcessBuilder(command(program, List.of(arguments)));
      builder.environment().putAll(environment);
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(30, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("It did not end: " + program);
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** The command that runs a class as this JVM runs. */
  static List<String> command(Class<?> program, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(
            option -> option.matches("--add-.*|-XX:.*|--(sun|enable)-.*|-D(io\\.netty|user\\.t).*"))
        .forEach(command::add);
    command.add("-Xmx2g");
    command.addAll(List.of("-cp", classPath(), program.getName()));
    command.addAll(arguments);
    return command;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
