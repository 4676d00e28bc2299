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

  @Override
  public int handleExecutionException(Exception thrown, CommandLine line, ParseResult parsed) {
    Optional<IntakeException> intake = IntakeException.behind(thrown);
    boolean isAsked =
        thrown instanceof IncidentMistakes
            || thrown instanceof CommandMistake
            || thrown instanceof RunMistake
            || thrown instanceof SampleProblem
            || thrown instanceof DisclosureMistake
            || thrown instanceof ExtractMistake
            || thrown instanceof FormMistake
            || thrown instanceof PipelineMistake
            || thrown instanceof IllegalArgumentException;
    boolean isKnown = thrown instanceof LakehouseMistake || thrown instanceof WarehouseBusy;
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
