package aftermath.testing;

import aftermath.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * All samples but some events of notices, taken in once by the program in a process of its own that
 * is watched from everywhere; and these events, which come later. For all tests of the JVM: who
 * goes on with it does so with a copy.
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

    /** A copy, to go on with. Its files have their times: by them those taken in are known. */
    public Copy copyIn(Path other) throws IOException {
      for (String part : List.of("input", "warehouse")) {
        FileUtils.copyDirectory(folder.resolve(part).toFile(), other.resolve(part).toFile());
      }
      return new Copy(other, rest);
    }
  }

  /**
   * What the run was given and has left, to go on with.
   *
   * @param rest what comes later
   */
  public record Copy(Path folder, Map<Path, byte[]> rest) {
    public Path input() {
      return folder.resolve("input");
    }

    public Path warehouse() {
      return folder.resolve("warehouse");
    }

    /** Puts what comes later beside what has come. */
    public void deliverTheRest() {
      Deal.deliver(rest, input());
    }

    /** Runs a command on this warehouse, watched as the first one was. */
    public ProgramProcess.Ended program(String command, String... more)
        throws IOException, InterruptedException {
      return FirstHand.program(folder, command, more);
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
    Path lineage =
        Files.writeString(
            folder.resolve("openlineage.yml"),
            "transport:\n  type: file\n  location: %s\n"
                .formatted(folder.resolve("events.ndjson")));
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
            lineage.toString()),
        arguments.toArray(String[]::new));
  }
}
