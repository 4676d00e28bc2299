package aftermath.pipeline;

import java.util.List;
import java.util.Set;

/** A mistake in the declarations, found before any data is touched. */
public final class PipelineMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private PipelineMistake(String sentence) {
    super(sentence);
  }

  static PipelineMistake twoWriters(Table table) {
    return new PipelineMistake(
        "Two models make %s; a table has one writer.".formatted(table.name()));
  }

  static PipelineMistake nobodyMakes(Table input, Table of) {
    return new PipelineMistake(
        "%s reads %s, which no model makes and nobody delivers."
            .formatted(of.name(), input.name()));
  }

  static PipelineMistake cycle(Set<String> tables) {
    return new PipelineMistake(
        "These models wait for each other: %s.".formatted(String.join(", ", tables)));
  }

  static PipelineMistake cannotBePlanned(List<String> tables, String reason) {
    return new PipelineMistake(
        "%s cannot be planned: %s".formatted(String.join(" and ", tables), reason));
  }

  /** All mistakes of a pipeline at once. */
  public static PipelineMistake cannotBeRun(List<String> mistakes) {
    return new PipelineMistake(
        "The pipeline cannot be planned; nothing was written.\n  "
            + String.join("\n  ", mistakes)
            + "\nIf a table of yours is named in the incident file, look there; the rest is a mistake of the"
            + " program.");
  }

  /** Mistakes in what the incident file says in SQL, and in what its weights lack. */
  public static PipelineMistake ofIncident(List<String> mistakes) {
    return new PipelineMistake(
        "The incident file cannot be used; nothing was written.\n  "
            + String.join("\n  ", mistakes));
  }

  static PipelineMistake otherColumns(Table table, String difference) {
    return new PipelineMistake(
        "%s does not have the columns it declares: %s.".formatted(table.name(), difference));
  }
}
