package aftermath.sample;

import java.nio.file.Path;
import java.util.List;

/** A mistake in what the generator was asked, or an output it could not write, as a sentence. */
public final class SampleProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private SampleProblem(String message, Throwable cause) {
    super(message, cause);
  }

  static SampleProblem unreadableProfile(Path file, Throwable cause) {
    return new SampleProblem(
        "The profile %s cannot be read: %s".formatted(file, firstLine(cause)), cause);
  }

  static SampleProblem wrongProfile(String profile, List<String> mistakes) {
    return new SampleProblem(
        "The profile %s has %d mistakes:%n  %s"
            .formatted(
                profile, mistakes.size(), String.join(System.lineSeparator() + "  ", mistakes)),
        null);
  }

  static SampleProblem scaleOutOfRange(double scale) {
    return new SampleProblem(
        "The scale %s is not usable: give a number above 0; 1 is the size of the profile."
            .formatted(scale),
        null);
  }

  static SampleProblem noThreads(int threads) {
    return new SampleProblem(
        "Nothing can be written by %d threads: give 1 or more.".formatted(threads), null);
  }

  static SampleProblem notEmpty(Path folder) {
    return new SampleProblem(
        "The folder %s is not empty: choose another one, or ask for its files to be replaced."
            .formatted(folder),
        null);
  }

  static SampleProblem truthAmongTheFiles(Path truth, Path out) {
    return new SampleProblem(
        "The truth folder %s and the delivery folder %s contain one another: whoever counts the delivery must not see the truth, so keep them apart."
            .formatted(truth, out),
        null);
  }

  static SampleProblem unwritable(Path file, Throwable cause) {
    return new SampleProblem(
        "The file %s cannot be written: %s".formatted(file, firstLine(cause)), cause);
  }

  static SampleProblem tooManyFor(String pattern, long rows) {
    return new SampleProblem(
        "The pattern '%s' has too few # for %d different numbers: add some, or choose a smaller scale."
            .formatted(pattern, rows),
        null);
  }

  static SampleProblem interrupted(Throwable cause) {
    return new SampleProblem("The generation was interrupted; its files were removed.", cause);
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().findFirst().orElse(message);
  }
}
