package aftermath.testing;

import aftermath.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * All samples but some events of notices, taken in once by the program in a process of its own that
 * is watched from everywhere; and these events, which come later. For all tests of the JVM: who
 * goes on with it does so with a copy of the warehouse.
 */
public final class FirstHand implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(FirstHand.class);
  private static final long SEED = 1;

  /**
   * What the run was given and has left.
   *
   * @param folder of its metrics (aftermath.prom), its lineage (events.ndjson) and all else
   */
  public record Done(Path folder, ProgramProcess.Ended run, Map<Path, byte[]> rest) {

    public Path input() {
      return folder.resolve("input");
    }

    /** Not to be changed. */
    public Path warehouse() {
      return folder.resolve("warehouse");
    }

    /** A copy, to go on with. */
    public Path warehouseIn(Path other) {
      Path copy = other.resolve("warehouse");
      try (Stream<Path> files = Files.walk(warehouse())) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.copy(file, copy.resolve(warehouse().relativize(file).toString()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return copy;
    }

    /** Puts what comes later beside what has come; until it is closed. */
    public Rest deliverTheRest() {
      Deal.deliver(rest, input());
      return new Rest(rest.keySet().stream().map(input()::resolve).toList());
    }

    /** Runs a command on this warehouse, watched as the first one was. */
    public ProgramProcess.Ended program(String command, String... more)
        throws IOException, InterruptedException {
      return FirstHand.program(folder, command, more);
    }
  }

  /** What came later. */
  public record Rest(List<Path> files) implements AutoCloseable {
    @Override
    public void close() {
      try {
        for (Path file : files) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Done.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Done.class, key -> run(), Done.class);
  }

  private static Done run() {
    try {
      Path folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "first-hand-")
              .toAbsolutePath();
      Files.writeString(
          folder.resolve("openlineage.yml"),
          "transport:\n  type: file\n  location: %s\n".formatted(folder.resolve("events.ndjson")));
      List<Map<Path, byte[]>> hands = new Deal(SEED).lateNotices();
      Deal.deliver(hands.get(0), folder.resolve("input"));
      ProgramProcess.Ended run =
          program(
              folder,
              "run",
              "--metrics",
              folder.resolve("aftermath.prom").toString(),
              "--conf",
              "spark.sql.shuffle.partitions=1",
              "--conf",
              "spark.sql.codegen.factoryMode=NO_CODEGEN");
      return new Done(folder, run, hands.get(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ProgramProcess.Ended program(Path folder, String command, String... more)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of(command, "conf/demo.yaml"));
    arguments.addAll(List.of("--input", folder.resolve("input").toString()));
    arguments.addAll(List.of("--warehouse", folder.resolve("warehouse").toString()));
    arguments.addAll(List.of(more));
    return ProgramProcess.run(
        Main.class,
        Map.of(
            "AFTERMATH_KEY",
            DemoWarehouse.KEY,
            "AFTERMATH_LOG",
            "info",
            "AFTERMATH_LOG_FORMAT",
            "json",
            "OPENLINEAGE_CONFIG",
            folder.resolve("openlineage.yml").toString()),
        arguments.toArray(String[]::new));
  }
}
