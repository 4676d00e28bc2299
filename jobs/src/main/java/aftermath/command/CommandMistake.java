package aftermath.command;

import aftermath.pipeline.Table;
import java.util.List;

/** A mistake in what was typed, as a sentence. */
public final class CommandMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private CommandMistake(String sentence) {
    super(sentence);
  }

  static CommandMistake noSuchTable(String name, List<Table> tables, String nearest) {
    return new CommandMistake(
        "There is no table %s. Did you mean %s? All of them: %s."
            .formatted(
                name, nearest, String.join(", ", tables.stream().map(Table::name).toList())));
  }

  static CommandMistake tableNotMade(String name, String warehouse) {
    return new CommandMistake(
        "%s has not been made in %s yet. Run `./aftermath run` first, or name another --warehouse."
            .formatted(name, warehouse));
  }

  static CommandMistake warehouseIsAFile(String warehouse) {
    return new CommandMistake(
        "%s is a file, and a warehouse is a folder. Name another with --warehouse DIR."
            .formatted(warehouse));
  }

  static CommandMistake holdsPersonalData(String name) {
    return new CommandMistake(
        "%s holds personal data, which is not shown. Add --personal to see it all the same."
            .formatted(name));
  }

  static CommandMistake noSuchVersion(String name, String asked, long newest) {
    return new CommandMistake(
        ("%s has no version %s. It has the versions 0 to %d, or those of times between its first"
                + " and its last change (2025-07-09 12:00:00, in UTC).")
            .formatted(name, asked, newest));
  }

  static CommandMistake badCondition(String condition, String said) {
    return new CommandMistake(
        "--where \"%s\" is not a condition on this table: %s".formatted(condition, said));
  }

  static CommandMistake noSuchRecord(String which, String warehouse) {
    return new CommandMistake(
        "The %s of the two is neither a stolen record nor a known person in %s. A record is named by its key as delivered; a customer by C: and its key, a member by M: and its key."
            .formatted(which, warehouse));
  }

  static CommandMistake noMatching(java.nio.file.Path incidentFile) {
    return new CommandMistake(
        "%s links by exact rules alone; nothing is matched by probability. Add matching: {} under linking, and run it."
            .formatted(incidentFile));
  }

  static CommandMistake oneRecordOnly() {
    return new CommandMistake("One record alone has no waterfall. Name two, or none.");
  }

  static CommandMistake noTimeBetweenLooks(int seconds) {
    return new CommandMistake(
        "--every %d: there is at least a second between two looks.".formatted(seconds));
  }

  static CommandMistake metricsCannotBeWritten(java.nio.file.Path file) {
    return new CommandMistake(
        "--metrics %s cannot be written. Name a file in a folder that this user may write to."
            .formatted(file));
  }

  static CommandMistake outIsAFile(String out) {
    return new CommandMistake(
        "--out %s is a file; name the folder of what is written.".formatted(out));
  }

  static CommandMistake noSuchPhase(String phase, List<String> known) {
    return new CommandMistake(
        "--phase %s: it is one of %s.".formatted(phase, String.join(", ", known)));
  }

  static CommandMistake noTimeToSuppress(int seconds) {
    return new CommandMistake("--seconds %d: give a second at least.".formatted(seconds));
  }

  static CommandMistake noSuchNotebook(List<String> asked, List<String> known) {
    return new CommandMistake(
        "No notebook has %s in its name. There are %s."
            .formatted(String.join(" or ", asked), String.join(", ", known)));
  }

  static CommandMistake noSuchPort(int port) {
    return new CommandMistake(
        "--port %d: ports are from 1 to 65535, and 0 is any that is free.".formatted(port));
  }

  static CommandMistake portIsTaken(int port) {
    return new CommandMistake(
        "Port %d is taken, or not for everybody. Name another with --port N; 0 is any that is free."
            .formatted(port));
  }

  static CommandMistake noPlaceForAPage(java.nio.file.Path out) {
    return new CommandMistake(
        "--out %s: name a file in a folder that is there; the page is one file.".formatted(out));
  }

  static CommandMistake noSamples(String folder) {
    return new CommandMistake(
        "The samples are not in %s. Run the demo from the folder of the repository."
            .formatted(folder));
  }
}
