package aftermath.testing.wrong.run;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.pipeline.Pipeline;

/** The list of all models is handed in, so that a run can be tested with another one. */
public final class KnowsThePipeline {
  private KnowsThePipeline() {}

  public static Pipeline of(Incident incident) {
    return BreachPipeline.of(incident, PseudonymKey.NONE);
  }
}
