package aftermath.command;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.run.Planning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Draws the graph of tables and plans every model on empty inputs. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Shows which tables are made from which, and plans all of them on empty inputs: mistakes in"
          + " the incident file's expressions come back in seconds, without data.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  aftermath plan conf/qantas-2025.yaml",
      "  aftermath plan conf/demo.yaml"
    })
public final class PlanCommand implements Callable<Integer> {

  @Parameters(paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    Incident incident = Place.incident(incidentFile);
    Pipeline pipeline = BreachPipeline.of(incident, PseudonymKey.NONE);
    for (Model model : pipeline.inOrder()) {
      System.out.printf("%s%n", model.table().name());
      List<Table> inputs = model.inputs();
      for (int i = 0; i < inputs.size(); i++) {
        String branch = i == inputs.size() - 1 ? "└─" : "├─";
        System.out.printf("  %s %s%n", branch, inputs.get(i).name());
      }
    }
    try (SparkSession spark = place.session()) {
      List<String> mistakes = Planning.mistakes(spark, incident, pipeline);
      System.out.println();
      mistakes.forEach(System.out::println);
      System.out.printf(
          "%d tables planned, %s.%n",
          pipeline.models().size(),
          switch (mistakes.size()) {
            case 0 -> "no mistakes";
            case 1 -> "1 mistake";
            default -> mistakes.size() + " mistakes";
          });
      return mistakes.isEmpty() ? 0 : 2;
    }
  }
}
