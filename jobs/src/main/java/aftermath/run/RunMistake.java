package aftermath.run;

import java.util.List;

/** What stops a run before it touches data, as a sentence. */
public final class RunMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private RunMistake(String sentence) {
    super(sentence);
  }

  static RunMistake filesAreGone(String role, List<String> files) {
    return new RunMistake(
        ("The description of %s has changed since its files were taken in, so they must be read"
                + " again, and %d of them cannot be found: %s. Put them back, or undo the change"
                + " under sources.")
            .formatted(role, files.size(), String.join(", ", files.stream().limit(5).toList())));
  }

  static RunMistake nothingDelivered(List<String> remarks) {
    return new RunMistake(
        "No delivered file was found, so there is nothing to count.\n  "
            + String.join("\n  ", remarks)
            + "\n  Relative paths start at the folder of the incident file; name another with --input DIR.");
  }
}
