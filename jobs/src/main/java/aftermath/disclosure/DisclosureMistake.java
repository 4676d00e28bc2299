package aftermath.disclosure;

import java.nio.file.NoSuchFileException;
import java.util.List;

/** Why tables cannot be protected or may not be published, as a sentence. */
public final class DisclosureMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  private DisclosureMistake(String message, Throwable cause) {
    super(message, cause);
  }

  public static DisclosureMistake tablesDisagree(String cell, String table) {
    return new DisclosureMistake(
        ("The table %s counts %s otherwise than another: the cubes are not of one run. Run again"
                + " before you extract.")
            .formatted(table, cell),
        null);
  }

  public static DisclosureMistake tooManyCells(String table, long cells, long most) {
    return new DisclosureMistake(
        ("The table %s would have %,d cells; at most %,d can be protected. Divide it by less, or by"
                + " coarser segments.")
            .formatted(table, cells, most),
        null);
  }

  public static DisclosureMistake cannotBeRounded(int base, long seconds) {
    return new DisclosureMistake(
        ("Nothing is written: no rounding to multiples of %d was found, within %d seconds, under which"
                + " all totals add up. Publish fewer tables, give it more time"
                + " (disclosure.at_most_seconds), or take another method.")
            .formatted(base, seconds),
        null);
  }

  /** Some small count would be known too closely from what goes out in its place. */
  public static DisclosureMistake toldTooClosely(String method) {
    return new DisclosureMistake(
        ("Nothing is written: with %s, small counts can be worked out from all tables together."
                + " Publish fewer tables, or take the method suppression.")
            .formatted(method),
        null);
  }

  static DisclosureMistake doesNotAddUp(List<String> equations) {
    return listed(
        "What does not add up (%d) cannot be protected; mend the values or the equations:",
        equations);
  }

  public static DisclosureMistake cannotBeProtected(List<String> cells) {
    return listed(
        "Sensitive cells (%d) that cannot be protected even if all that may be left out is left out:"
            + " publish fewer totals, let more cells be suppressed, or ask for less protection:",
        cells);
  }

  public static DisclosureMistake notProtected(List<String> cells) {
    return listed(
        "Nothing is written: the audit shows sensitive cells (%d) that can be worked out too closely:",
        cells);
  }

  public static DisclosureMistake wrongFile(String file, List<String> mistakes) {
    return listed("Mistakes in " + file + " (%d):", mistakes);
  }

  public static DisclosureMistake unreadable(String file, Throwable cause) {
    String why =
        cause instanceof NoSuchFileException
            ? "there is no such file"
            : String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new DisclosureMistake("The file %s cannot be read: %s".formatted(file, why), cause);
  }

  public static DisclosureMistake unwritable(String file, Throwable cause) {
    return new DisclosureMistake("The file %s cannot be written: %s".formatted(file, cause), cause);
  }

  private static DisclosureMistake listed(String head, List<String> lines) {
    var message = new StringBuilder(head.formatted(lines.size()));
    lines.stream().limit(SHOWN).forEach(line -> message.append("\n  ").append(line));
    if (lines.size() > SHOWN) {
      message.append("\n  … and %d more".formatted(lines.size() - SHOWN));
    }
    return new DisclosureMistake(message.toString(), null);
  }
}
