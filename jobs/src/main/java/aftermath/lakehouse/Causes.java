package aftermath.lakehouse;

import org.apache.spark.sql.AnalysisException;

/** Finds the sentence in a chain of exceptions that a person can act on. */
public final class Causes {
  private Causes() {}

  /**
   * The first line of the innermost cause that says anything, with the kind of exception. What
   * fails while rows are processed may quote a value, and a value may be somebody's: quoted text is
   * left out, except in messages about a statement, which quote what was typed, and about null,
   * which quote code.
   */
  public static String inOneLine(Throwable thrown) {
    Throwable innermost = thrown;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    String said =
        innermost.getMessage() == null
            ? ""
            : innermost.getMessage().lines().findFirst().orElse("").strip();
    String shown =
        innermost instanceof AnalysisException
            ? said
            : said.replaceAll("'[^']*'|\"[^\"]*\"", "'…'");
    String kind = innermost.getClass().getSimpleName();
    return shown.isEmpty() ? kind : kind + ": " + shown.replaceAll("\\.+$", "");
  }
}
