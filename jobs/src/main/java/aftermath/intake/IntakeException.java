package aftermath.intake;

import java.util.Optional;

/** A mistake that stops intake; its message is a sentence for the person who runs it. */
public class IntakeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  protected IntakeException(String sentence) {
    super(sentence);
  }

  IntakeException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence behind a failure, which Spark wraps when it happens in a task. */
  public static Optional<IntakeException> behind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IntakeException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
