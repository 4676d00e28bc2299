package aftermath.present;

import aftermath.lakehouse.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Tells a person at a terminal how far a run has come: a line per finished step, and below it a bar
 * that counts the tasks of those at work. Where nobody watches, in a log, there are only lines.
 */
public final class ConsoleProgress extends SparkListener implements Progress {
  private final PrintStream out;
  private final boolean isWatched;
  private final Set<String> atWork = new LinkedHashSet<>();
  private ProgressBar bar;
  private int unchanged;

  public ConsoleProgress(PrintStream out) {
    this.out = out;
    this.isWatched = System.console() != null;
  }

  @Override
  public synchronized void begins(String step) {
    atWork.add(step);
    closeBar();
    openBar();
  }

  @Override
  public synchronized void ends(String step, long rows, Duration took) {
    line(step, rows < 0 ? "" : "%,d rows".formatted(rows), took);
  }

  @Override
  public synchronized void changed(String step, long rows, Duration took) {
    line(step, rows < 0 ? "changed" : "%,d changed".formatted(rows), took);
  }

  private void line(String step, String counted, Duration took) {
    atWork.remove(step);
    closeBar();
    out.printf("  %-32s %18s %8.1f s%n", step, counted, took.toMillis() / 1000.0);
    openBar();
  }

  @Override
  public synchronized void unchanged(String step) {
    unchanged++;
  }

  /** How many steps were left out so far. */
  public synchronized int unchangedSteps() {
    return unchanged;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
    if (bar != null) {
      bar.maxHint(bar.getMax() + stage.stageInfo().numTasks());
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    if (bar != null) {
      bar.step();
    }
  }

  private void openBar() {
    if (isWatched && !atWork.isEmpty()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("  " + String.join(", ", atWork))
              .setInitialMax(1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(500)
              .clearDisplayOnFinish()
              .build();
    }
  }

  private void closeBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
