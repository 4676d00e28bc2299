package aftermath.run;

import aftermath.identity.Expressions;
import aftermath.identity.WeighedDegrees;
import aftermath.incident.Incident;
import aftermath.pipeline.DryRun;
import aftermath.pipeline.Pipeline;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Finds, without data, what would stop a run in its middle. */
public final class Planning {
  private Planning() {}

  /** One sentence per mistake. Those of the incident file come alone: they cause the others. */
  public static List<String> mistakes(SparkSession spark, Incident incident, Pipeline pipeline) {
    List<String> ofIncident = ofIncident(spark, incident);
    return ofIncident.isEmpty() ? DryRun.mistakes(spark, pipeline) : ofIncident;
  }

  /** What only planning tells of the incident file. */
  static List<String> ofIncident(SparkSession spark, Incident incident) {
    return Stream.concat(
            WeighedDegrees.mistakes(incident).stream(),
            new Expressions(spark, incident).mistakes().stream())
        .toList();
  }
}
