package aftermath.lakehouse;

/** Finds the sentence in a chain of exceptions that a person can act on. */
public final class Causes {
  private Causes() {}

  /** The first line of the innermost cause that says anything, with the kind of exception. */
  public static String inOneLine(Throwable thrown) {
    Throwable innermost = thrown;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    String said =
        innermost.getMessage() == null
            ? ""
            : innermost.getMessage().lines().findFirst().orElse("").strip();
    String kind = innermost.getClass().getSimpleName();
    return said.isEmpty() ? kind : kind + ": " + said;
  }
}
