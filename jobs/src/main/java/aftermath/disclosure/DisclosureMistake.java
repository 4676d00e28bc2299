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
