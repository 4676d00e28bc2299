package aftermath.command;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Progress;
import aftermath.present.ConsoleProgress;
import aftermath.present.Summary;
import aftermath.present.TimingsFile;
import aftermath.run.CodeVersion;
import aftermath.run.Execution;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in what is new and brings every table up to date. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Takes in what was delivered and brings every table up to date.",
      "",
      "Files are taken once, by their content; rows that cannot be used go to bronze.rejected_rows"
          + " with their reason. Running again with nothing new changes nothing; after a crash it"
          + " goes on where it was.",
      ""
    },
    footer = {
      "",
      "People get pseudonyms, made with a secret key: set AFTERMATH_KEY, or AFTERMATH_KEY_FILE to a"
          + " file that holds it. Keep it: another key makes other pseudonyms.",
      "",
      "Examples:",
      "  export AFTERMATH_KEY=$(openssl rand -hex 32)",
      "  aftermath run conf/qantas-2025.yaml --input deliveries",
      "  aftermath run incident.yaml --input s3a://bucket/in --warehouse s3a://bucket/warehouse"
    })
public final class RunCommand implements Callable<Integer> {

  @Parameters(paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Option(
      names = "--input",
      paramLabel = "DIR",
      description = "Where relative paths of the incident file start. Default: its own folder.")
  private String input;

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    Incident incident = Place.incident(incidentFile);
    String start =
        input == null
            ? incidentFile.toAbsolutePath().getParent().toString()
            : Place.absolute(input);
    run(incidentFile, incident, PseudonymKey.ofEnvironment(System.getenv()), place, start);
    return 0;
  }

  static void run(Path file, Incident incident, PseudonymKey key, Place place, String input)
      throws IOException {
    PrintStream out = System.out;
    Instant begun = Instant.now();
    try (SparkSession spark = place.session()) {
      Lakehouse lakehouse = place.lakehouse(spark, incident);
      var console = new ConsoleProgress(out);
      spark.sparkContext().addSparkListener(console);
      String timings = System.getenv("AFTERMATH_TIMINGS");
      Progress progress = timings == null ? console : new TimingsFile(Path.of(timings), console);
      var outcome =
          new Execution(
                  incident,
                  BreachPipeline.of(incident, key),
                  lakehouse,
                  progress,
                  Clock.systemUTC(),
                  CodeVersion.current(),
                  key.fingerprint())
              .run(input);
      outcome.remarks().forEach(remark -> out.println("  " + remark));
      out.print(new Summary(incident, lakehouse, place.arguments(file)).text());
      out.print(closing(outcome, place.warehouse(incident)));
      out.printf("  %.0f s%n", Duration.between(begun, Instant.now()).toMillis() / 1000.0);
    }
  }

  private static String closing(Execution.Outcome outcome, String warehouse) {
    var text = new StringBuilder("%nThe data%n".formatted());
    if (outcome.isUnchanged()) {
      text.append("  Nothing has changed since the last run; no table was written.%n".formatted());
    } else {
      text.append(
          "  %,d files taken in, %,d set aside; of %,d rows %,d set aside%n"
              .formatted(
                  outcome.filesTaken(),
                  outcome.filesSetAside(),
                  outcome.rowsFound(),
                  outcome.rowsSetAside()));
      text.append(
          "  %d tables written; all %d control totals add up%n"
              .formatted(outcome.changed().size(), outcome.controlTotals()));
    }
    text.append("  Tables are in %s%n".formatted(warehouse));
    return text.toString();
  }
}
