package aftermath.testing;

import aftermath.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as people start it, in a process of its own. */
public final class DemoProcess {
  /** Looking costs: all files of a warehouse are counted. */
  private static final int MILLISECONDS_BETWEEN_LOOKS = 50;

  private final Path warehouse;
  private final Path output;
  private final Process process;

  private DemoProcess(Path warehouse, Path output, Process process) {
    this.warehouse = warehouse;
    this.output = output;
    this.process = process;
  }

  /** Starts a run of the demo's incident; it writes its log in full. */
  public static DemoProcess run(Path input, Path warehouse) {
    return run(input, warehouse, List.of());
  }

  /** The same that waits for more. */
  public static DemoProcess follow(Path input, Path warehouse) {
    return run(input, warehouse, List.of("--follow", "--every", "1"));
  }

  private static DemoProcess run(Path input, Path warehouse, List<String> more) {
    var arguments = new ArrayList<>(List.of("run", "conf/demo.yaml"));
    arguments.addAll(List.of("--input", input.toString()));
    arguments.addAll(List.of("--warehouse", warehouse.toString()));
    // Small data: what is compiled and spread for it costs more than it brings.
    arguments.addAll(List.of("--conf", "spark.sql.shuffle.partitions=1"));
    arguments.addAll(List.of("--conf", "spark.sql.codegen.factoryMode=NO_CODEGEN"));
    arguments.addAll(more);
    return start(warehouse, arguments.toArray(String[]::new));
  }

  /**
   * Starts any command.
   *
   * @param warehouse beside which its output is kept
   */
  public static DemoProcess start(Path warehouse, String... arguments) {
    Path output = warehouse.resolveSibling(warehouse.getFileName() + ".log");
    try {
      Files.createDirectories(output.getParent());
      var builder =
          new ProcessBuilder(ProgramProcess.command(Main.class, List.of(arguments)))
              .redirectErrorStream(true);
      builder.redirectOutput(output.toFile());
      builder.environment().put("AFTERMATH_LOG", "info");
      builder.environment().put("AFTERMATH_KEY", DemoWarehouse.KEY);
      return new DemoProcess(warehouse, output, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** Waits until it has said this; false if it ended without. */
  public boolean says(String text) {
    while (!output().contains(text)) {
      if (hasEnded(MILLISECONDS_BETWEEN_LOOKS)) {
        return output().contains(text);
      }
    }
    return true;
  }

  /** Asks it to stop, as an operating system does. */
  public void stop() {
    process.destroy();
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
