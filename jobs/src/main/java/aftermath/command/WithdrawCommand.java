package aftermath.command;

import aftermath.incident.Incident;
import aftermath.ops.Ops;
import aftermath.run.Withdrawal;
import aftermath.run.Withdrawal.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a wrong file back. */
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = {
      "Takes back a file that should not have been taken in: a wrong one, or one that another"
          + " replaces. Its rows are removed, the book of deliveries keeps the reason, and the same"
          + " content is not taken in again. The next run makes the tables without it.",
      "",
      "A delivery is named by its id or its file, as ops.deliveries has them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  aftermath show ops.deliveries conf/demo.yaml --where \"state = 'taken'\"",
      "  aftermath withdraw conf/demo.yaml impacted/part-08.csv --reason \"of another incident\"",
      "  aftermath withdraw conf/demo.yaml 3f2a9c0d11e4b871 && aftermath run conf/demo.yaml",
      "  aftermath withdraw conf/demo.yaml 3f2a9c0d11e4b871 --undo"
    })
public final class WithdrawCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "DELIVERY",
      description = "Ids or files of deliveries.")
  private List<String> deliveries;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "taken back",
      description = "Why, for the book of deliveries. Default: ${DEFAULT-VALUE}.")
  private String reason;

  @Option(
      names = "--undo",
      description = "Lets the next run take them in again, if they still lie there.")
  private boolean isUndone;

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    Incident incident = Place.incident(incidentFile);
    try (SparkSession spark = place.session()) {
      var lakehouse = place.lakehouse(spark, incident);
      if (lakehouse.version(Ops.DELIVERIES).isEmpty()) {
        throw CommandMistake.tableNotMade(Ops.DELIVERIES.name(), place.warehouse(incident));
      }
      var withdrawal = new Withdrawal(incident, lakehouse, Clock.systemUTC());
      List<Delivery> found =
          isUndone ? withdrawal.allowAgain(deliveries) : withdrawal.takeBack(deliveries, reason);
      found.forEach(this::say);
    }
    System.out.println(
        isUndone
            ? "The next run takes in what of them still lies there."
            : "The next run makes the tables without them: ./aftermath run "
                + place.arguments(incidentFile));
    return 0;
  }

  private void say(Delivery delivery) {
    System.out.printf(
        "%s %s (%s, %,d rows)%n",
        isUndone ? "May be taken in again:" : "Taken back:",
        delivery.file(),
        delivery.id(),
        delivery.rows());
  }
}
