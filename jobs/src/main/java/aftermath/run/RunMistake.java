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

  static RunMistake noInput(String input) {
    return new RunMistake(
        "There is no folder %s, where relative paths of the incident file start. Name another with --input DIR."
            .formatted(input));
  }

  static RunMistake inputIsNoFolder(String input) {
    return new RunMistake(
        "%s is a file. --input takes the folder where relative paths of the incident file start."
            .formatted(input));
  }

  static RunMistake noSuchDelivery(String named, String state) {
    return new RunMistake(
        "No delivery that is %s has the id or the file %s. ops.deliveries has them all: ./aftermath show ops.deliveries INCIDENT"
            .formatted(state, named));
  }

  static RunMistake severalDeliveries(String file, List<Withdrawal.Delivery> all) {
    return new RunMistake(
        "%s was taken in %d times, with other content each time: %s, the oldest first. Name one by its id."
            .formatted(
                file,
                all.size(),
                String.join(", ", all.stream().map(Withdrawal.Delivery::id).toList())));
  }

  static RunMistake otherIncident(String warehouse, String incident, String wanted) {
    return new RunMistake(
        "%s holds the incident %s, and this is the incident %s. Name another folder with --warehouse, or give the incident file its old id."
            .formatted(warehouse, incident, wanted));
  }

  static RunMistake nothingDelivered(List<String> remarks) {
    return new RunMistake(
        "No file of stolen records could be used, so there is nothing to count.\n  "
            + String.join("\n  ", remarks)
            + "\n  Relative paths start at the folder of the incident file; name another with --input DIR.");
  }
}
