package aftermath.present.notebook;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command of Jupyter. */
public final class Jupyter {
  private static final int LOOK_EVERY_MILLISECONDS = 200;

  private final String command;

  private Jupyter(String command) {
    this.command = command;
  }

  /**
   * Jupyter, once it has been seen to be there.
   *
   * @throws NotebookMistake if it is not
   */
  public static Jupyter found(String command) {
    var jupyter = new Jupyter(command);
    try {
      Process asked =
          new ProcessBuilder(command, "nbconvert", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (asked.waitFor() == 0) {
        return jupyter;
      }
    } catch (IOException e) {
      throw NotebookMistake.noJupyter(command);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw NotebookMistake.noJupyter(command);
  }

  /**
   * Runs a step.
   *
   * @param step in words, for an error
   * @param data folder in which kernels and templates are looked for first
   * @param meanwhile called now and then until it has ended, and once more after that
   */
  void run(String step, Path data, Runnable meanwhile, List<String> arguments) {
    var words = new ArrayList<String>(List.of(command));
    words.addAll(arguments);
    Path said = data.resolve("said.log");
    var builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(said.toFile()));
    builder
        .environment()
        .merge("JUPYTER_PATH", data.toString(), (more, first) -> first + File.pathSeparator + more);
    try {
      Process process = builder.start();
      try {
        while (!process.waitFor(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS)) {
          meanwhile.run();
        }
      } finally {
        process.destroy();
      }
      meanwhile.run();
      if (process.exitValue() != 0) {
        throw NotebookFailure.ofJupyter(step, process.exitValue(), Files.readString(said));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
