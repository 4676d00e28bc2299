package aftermath.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as people start it, in a process of its own. */
public final class DemoProcess {
  private static final int MILLISECONDS_BETWEEN_LOOKS = 5;

  private final Path warehouse;
  private final Path output;
  private final Process process;

  private DemoProcess(Path warehouse, Path output, Process process) {
    this.warehouse = warehouse;
    this.output = output;
    this.process = process;
  }

  /** Starts the demo; it writes its log in full. */
  public static DemoProcess start(Path warehouse) {
    Path output = warehouse.resolveSibling(warehouse.getFileName() + ".log");
    try {
      Files.createDirectories(output.getParent());
      var builder = new ProcessBuilder(command(warehouse)).redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().put("AFTERMATH_LOG", "info");
      return new DemoProcess(warehouse, output, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path warehouse) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(
            option -> option.matches("--add-.*|-XX:.*|--(sun|enable)-.*|-D(io\\.netty|user\\.t).*"))
        .forEach(command::add);
    command.add("-Xmx2g");
    command.addAll(List.of("-cp", classPath(), "aftermath.Main", "demo"));
    command.addAll(List.of("--warehouse", warehouse.toString()));
    return command;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Kills the process when the warehouse has so many files; false if it ended before. */
  public boolean killAt(int files) {
    while (fileCount() < files) {
      if (hasEnded(MILLISECONDS_BETWEEN_LOOKS)) {
        return false;
      }
    }
    process.destroyForcibly();
    hasEnded(TimeUnit.MINUTES.toMillis(1));
    return true;
  }

  /** Waits for the end. */
  public int exitCode() {
    hasEnded(TimeUnit.MINUTES.toMillis(30));
    return process.exitValue();
  }

  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasEnded(long milliseconds) {
    try {
      return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int fileCount() {
    return fileCount(warehouse);
  }

  /** How many files a folder has, at any depth; files may come and go meanwhile. */
  public static int fileCount(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return (int) files.filter(Files::isRegularFile).count();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }
}
