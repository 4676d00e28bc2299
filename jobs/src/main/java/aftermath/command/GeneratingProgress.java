package aftermath.command;

import aftermath.sample.Progress;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Says every ten percent how far a generation has come. */
final class GeneratingProgress implements Consumer<Progress> {
  private final PrintStream out;
  private long saidTenths;

  GeneratingProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void accept(Progress progress) {
    long tenths = 10 * progress.rows() / Math.max(1, progress.expectedRows());
    if (tenths > saidTenths) {
      saidTenths = tenths;
      out.printf("  %3d %%  %,d rows%n", Math.min(100, 10 * tenths), progress.rows());
    }
  }
}
