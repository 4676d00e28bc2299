package aftermath.command;

import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.present.MetricsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
      "Where OPENLINEAGE_URL or openlineage.yml say so, lineage is sent as OpenLineage's events.",
      "",
      "Examples:",
      "  export AFTERMATH_KEY=$(openssl rand -hex 32)",
      "  aftermath run conf/qantas-2025.yaml --input deliveries",
      "  aftermath run conf/demo.yaml --follow",
      "  aftermath run conf/demo.yaml --metrics /var/lib/node_exporter/aftermath.prom",
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

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description =
          "Writes how the run went, for the textfile collector of Prometheus' node exporter"
              + " (name it *.prom); after every run, failed ones too.")
  private Path metricsFile;

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    if (seconds < 1) {
      throw CommandMistake.noTimeBetweenLooks(seconds);
    }
    Optional<MetricsFile> metrics =
        Optional.ofNullable(metricsFile).map(file -> new MetricsFile(file, Clock.systemUTC()));
    if (!metrics.map(MetricsFile::canBeWritten).orElse(true)) {
      throw CommandMistake.metricsCannotBeWritten(metricsFile);
    }
    Instant begun = Instant.now();
    Optional<Incident> read = Optional.empty();
    try {
      Incident incident = Place.incident(incidentFile);
      read = Optional.of(incident);
      run(incident, metrics);
      return 0;
    } catch (IOException | RuntimeException e) {
      Optional<Incident> known = read;
      metrics.ifPresent(file -> file.failedBefore(begun, known));
      throw e;
    }
  }

  private void run(Incident incident, Optional<MetricsFile> metrics) throws IOException {
    String start = Place.input(input, incidentFile, incident);
    PseudonymKey key = PseudonymKey.ofEnvironment(System.getenv());
    if (isFollowing) {
      follow(incident, key, start, metrics);
    } else {
      once(incidentFile, incident, key, place, start, metrics);
    }
  }

  static void once(
      Path file,
      Incident incident,
      PseudonymKey key,
      Place place,
      String input,
      Optional<MetricsFile> metrics)
      throws IOException {
    // Asked for before Spark starts, which would end itself at the same signals.
    StopSignal.atOnce(System.out);
    try (SparkSession spark = place.session()) {
      new Runs(spark, file, incident, key, place, input, metrics, System.out).first();
    }
  }

  private void follow(
      Incident incident, PseudonymKey key, String start, Optional<MetricsFile> metrics)
      throws IOException {
    // Asked for before Spark starts, which would end itself at the same signals.
    var stop = StopSignal.awaited(System.out);
    try (SparkSession spark = place.session()) {
      new Runs(spark, incidentFile, incident, key, place, start, metrics, System.out)
          .follow(stop, Duration.ofSeconds(seconds));
    }
  }
}
