package aftermath.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Writes a synthetic incident. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Writes a synthetic incident.")
public final class GenerateCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
