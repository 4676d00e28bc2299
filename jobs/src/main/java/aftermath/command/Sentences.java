package aftermath.command;

import aftermath.disclosure.DisclosureMistake;
import aftermath.extract.ExtractMistake;
import aftermath.extract.form.FormMistake;
import aftermath.incident.IncidentMistakes;
import aftermath.intake.IntakeException;
import aftermath.lakehouse.Causes;
import aftermath.lakehouse.LakehouseMistake;
import aftermath.lakehouse.WarehouseBusy;
import aftermath.pipeline.PipelineMistake;
import aftermath.present.notebook.NotebookFailure;
import aftermath.present.notebook.NotebookMistake;
import aftermath.run.RunMistake;
import aftermath.sample.SampleProblem;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns whatever went wrong into a sentence and an exit code; a stack trace is only for the log.
 */
public final class Sentences implements IExecutionExceptionHandler {
  private static final int MISTAKE_IN_WHAT_WAS_ASKED = 2;
  private static final int ANYTHING_ELSE = 1;

  /** What the machine lacks, and what helps. */
  public static String of(Error lacking) {
    return lacking instanceof OutOfMemoryError
        ? "There was too little memory; tables before are done and stay. Run it again with more,"
            + " for example AFTERMATH_JAVA_OPTIONS=-Xmx8g."
        : "A library is missing, or is of another version than it has to be (%s). Build anew: ./mvnw -DskipTests package, with -Ps3 for s3a://."
            .formatted(Causes.inOneLine(lacking));
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine line, ParseResult parsed) {
    if (StopSignal.isEnding()) {
      // All has been said; Spark was stopped under what was being done.
      return StopSignal.KILLED_BY_INTERRUPT;
    }
    Optional<IntakeException> intake = IntakeException.behind(thrown);
    boolean isAsked =
        thrown instanceof IncidentMistakes
            || thrown instanceof CommandMistake
            || thrown instanceof RunMistake
            || thrown instanceof SampleProblem
            || thrown instanceof DisclosureMistake
            || thrown instanceof ExtractMistake
            || thrown instanceof FormMistake
            || thrown instanceof NotebookMistake
            || thrown instanceof PipelineMistake
            || thrown instanceof IllegalArgumentException;
    boolean isKnown =
        thrown instanceof LakehouseMistake
            || thrown instanceof WarehouseBusy
            || thrown instanceof NotebookFailure;
    if (isAsked || intake.isPresent() || isKnown) {
      line.getErr().println(intake.<Exception>map(e -> e).orElse(thrown).getMessage());
      return isAsked ? MISTAKE_IN_WHAT_WAS_ASKED : ANYTHING_ELSE;
    }
    line.getErr()
        .println(
            "It did not work: %s.%nRun it again with AFTERMATH_TRACE=1 to see where."
                .formatted(Causes.inOneLine(thrown)));
    if (System.getenv("AFTERMATH_TRACE") != null) {
      thrown.printStackTrace(line.getErr());
    }
    return ANYTHING_ELSE;
  }
}
