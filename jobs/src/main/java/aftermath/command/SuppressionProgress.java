package aftermath.command;

import aftermath.disclosure.suppression.Suppression;
import java.io.PrintStream;

/** Tells how far complementary suppression has come, at most every few seconds. */
final class SuppressionProgress implements Suppression.Progress {
  private static final long NANOSECONDS_BETWEEN_LINES = 5_000_000_000L;

  private final PrintStream out;
  private long last = System.nanoTime();

  SuppressionProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void found(double cost, double lowerBound, int inequalities) {
    long now = System.nanoTime();
    if (now - last > NANOSECONDS_BETWEEN_LINES) {
      last = now;
      out.printf(
          "  cost %,.2f; none below %,.2f; %,d inequalities%n", cost, lowerBound, inequalities);
    }
  }
}
