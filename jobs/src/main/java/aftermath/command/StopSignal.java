package aftermath.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;
import sun.misc.Signal;

/**
 * Ctrl-C and SIGTERM, taken as a wish: what is being done is finished first. Whoever asks twice
 * does not want to wait, and is served at once: a run may be killed at any moment and loses
 * nothing.
 */
final class StopSignal {
  static final int KILLED_BY_INTERRUPT = 130;

  private static final Duration ECHO = Duration.ofMillis(500);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final PrintStream out;
  private static volatile boolean isEnding;
  private volatile boolean isWorking;
  private long askedAt;

  private StopSignal(PrintStream out) {
    this.out = out;
  }

  static StopSignal awaited(PrintStream out) {
    var stop = new StopSignal(out);
    stop.handle();
    return stop;
  }

  private void handle() {
    for (String name : new String[] {"INT", "TERM"}) {
      Signal.handle(new Signal(name), signal -> ask());
    }
  }

  /**
   * Ends the program at the first signal: what is being done may be killed at any moment and loses
   * nothing.
   */
  static void atOnce(PrintStream out) {
    var stop = new StopSignal(out);
    stop.asked.countDown();
    stop.askedAt = System.nanoTime() - ECHO.toNanos();
    stop.handle();
  }

  /** True once the program ends because it was asked to: what fails now fails for that reason. */
  static boolean isEnding() {
    return isEnding;
  }

  /** What is done within is finished before the program stops. */
  void finishing(Runnable work) {
    isWorking = true;
    try {
      work.run();
    } finally {
      isWorking = false;
    }
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits; true if it was asked to stop meanwhile. */
  boolean isAskedWithin(Duration time) {
    try {
      return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private synchronized void ask() {
    long now = System.nanoTime();
    // A terminal and a supervisor may both pass one wish on.
    boolean isEcho = isAsked() && now - askedAt < ECHO.toNanos();
    if (isEcho) {
      return;
    }
    askedAt = now;
    if (isAsked()) {
      if (isEnding) {
        return;
      }
      isEnding = true;
      // What fails because Spark is stopped under it is nobody's concern.
      Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
      out.println("Stopped at once; the next run goes on from here.");
      // Not here: signals are told by a thread that the end of the program waits for. Spark takes
      // what lies in temporary folders away as it ends.
      var ending = new Thread(() -> System.exit(KILLED_BY_INTERRUPT), "stop");
      ending.setDaemon(true);
      ending.start();
      return;
    }
    if (isWorking) {
      out.println("Stops when this run is done; once more stops it now, and loses nothing.");
    }
    asked.countDown();
  }
}
