package aftermath.testing;

import org.slf4j.LoggerFactory;

/** A program that does nothing but log, with the settings of the real one. */
public final class Logging {
  private Logging() {}

  /** Logs what must not be read, and what must. */
  public static void main(String[] arguments) {
    var log = LoggerFactory.getLogger(Logging.class);
    var failure =
        new IllegalStateException(
            "The value 'ada@example.org' cannot be cast",
            new ArithmeticException("\"ada@example.org\""));
    log.error("Exception in task 0.0 in stage 1.0", failure);
    log.warn("Lost task: The value 'O'Neil, ada@example.org' of\nthe type \"STRING\" is odd");
    log.info("Nothing odd: {}", 7);
  }
}
