package aftermath.command;

import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
      "",
      "With --follow it stays, takes in files as they come and says which figures they move, until"
          + " Ctrl-C or SIGTERM. A file is taken when it has lain unchanged from one look to the"
          + " next; better still, copy it under a name that no path means, and rename it.",
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
      "  aftermath run conf/demo.yaml --follow",
      "  aftermath run incident.yaml --input s3a://bucket/in --warehouse s3a://bucket/warehouse"
    })
public final class RunCommand implements Callable<Integer> {

  @Parameters(paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Option(
      names = "--input",
      paramLabel = "DIR",
      description =
          "Where relative paths of the incident file start. Default: its input, or its own folder.")
  private String input;

  @Option(names = "--follow", description = "Goes on taking in files as they come.")
  private boolean isFollowing;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "With --follow: time between two looks. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    if (seconds < 1) {
      throw CommandMistake.noTimeBetweenLooks(seconds);
    }
    Incident incident = Place.incident(incidentFile);
    String start = Place.absolute(input == null ? ownInput(incident) : input);
    PseudonymKey key = PseudonymKey.ofEnvironment(System.getenv());
    if (isFollowing) {
      follow(incident, key, start);
    } else {
      once(incidentFile, incident, key, place, start);
    }
    return 0;
  }

  static void once(Path file, Incident incident, PseudonymKey key, Place place, String input)
      throws IOException {
    try (SparkSession spark = place.session()) {
      new Runs(spark, file, incident, key, place, input, System.out).first();
    }
  }

  private void follow(Incident incident, PseudonymKey key, String start) throws IOException {
    // Asked for before Spark starts, which would end itself at the same signals.
    var stop = StopSignal.awaited(System.out);
    try (SparkSession spark = place.session()) {
      new Runs(spark, incidentFile, incident, key, place, start, System.out)
          .follow(stop, Duration.ofSeconds(seconds));
    }
  }

  private String ownInput(Incident incident) {
    Path folder = incidentFile.toAbsolutePath().getParent();
    return incident.input().contains(":/")
        ? incident.input()
        : folder.resolve(incident.input()).toString();
  }
}
