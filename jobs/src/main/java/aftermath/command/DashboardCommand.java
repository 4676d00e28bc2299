package aftermath.command;

import aftermath.exposure.AffectedCounts;
import aftermath.incident.Incident;
import aftermath.present.dashboard.Dashboard;
import aftermath.present.dashboard.DashboardServer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the dashboard of an incident. */
@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the dashboard of an incident: how many people, what was exposed, whom, are they told,"
          + " how do they respond, can the data be trusted.",
      "",
      "It is one HTML file that works offline and can be mailed. It is for those who work on the"
          + " incident: counts that are too small to be published are in it, and marked.",
      "",
      "With --serve it is shown at an address of this machine, to nobody else, and follows the"
          + " tables until Ctrl-C or SIGTERM.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  aftermath dashboard conf/demo.yaml",
      "  aftermath dashboard conf/qantas-2025.yaml --warehouse s3a://bucket/warehouse --out today.html",
      "  aftermath dashboard conf/demo.yaml --serve --port 8000"
    })
public final class DashboardCommand implements Callable<Integer> {
  private static final Duration WHILE = Duration.ofHours(1);
  private static final int LAST_PORT = 65_535;
  private static final double MEGABYTE = 1_000_000;

  @Parameters(paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The page to write; one that is there is replaced. Default: dashboard.html; with --serve"
              + " nothing is written unless this is given.")
  private Path out;

  @Option(names = "--serve", description = "Shows it at an address of this machine.")
  private boolean isServed;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8321",
      description = "With --serve: the port; 0: any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    if (port < 0 || port > LAST_PORT) {
      throw CommandMistake.noSuchPort(port);
    }
    Incident incident = Place.incident(incidentFile);
    // Asked for before Spark starts, which would end itself at the same signals.
    StopSignal stop = isServed ? StopSignal.awaited(System.out) : null;
    try (SparkSession spark = place.sessionForAGlance()) {
      var dashboard = new Dashboard(incident, place.lakehouse(spark, incident), Clock.systemUTC());
      if (!dashboard.isThere()) {
        throw CommandMistake.tableNotMade(AffectedCounts.TABLE.name(), place.warehouse(incident));
      }
      if (!isServed || out != null) {
        write(dashboard, out == null ? Path.of("dashboard.html") : out);
      }
      if (isServed) {
        serve(dashboard, stop);
      }
    }
    return 0;
  }

  private static void write(Dashboard dashboard, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || !Files.isDirectory(folder)) {
      throw CommandMistake.noPlaceForAPage(file);
    }
    Files.writeString(file, dashboard.page());
    System.out.printf(
        Locale.ROOT,
        "The dashboard is %s (%.1f MB); open it in a browser. It has counts that are not for"
            + " publication.%n",
        file,
        Files.size(file) / MEGABYTE);
  }

  private void serve(Dashboard dashboard, StopSignal stop) throws IOException {
    try (var server = DashboardServer.started(dashboard, Clock.systemUTC(), port)) {
      System.out.printf(
          "The dashboard is at %s and follows the tables; Ctrl-C ends it.%n", server.address());
      while (!stop.isAskedWithin(WHILE)) {
        continue;
      }
    } catch (BindException e) {
      throw CommandMistake.portIsTaken(port);
    }
    System.out.println("The dashboard is no longer served.");
  }
}
