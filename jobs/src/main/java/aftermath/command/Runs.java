package aftermath.command;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.intake.Listing;
import aftermath.intake.PassedOver;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Progress;
import aftermath.lakehouse.Sessions;
import aftermath.lineage.Lineage;
import aftermath.lineage.LineageClient;
import aftermath.notice.DeliveryRates;
import aftermath.pipeline.Pipeline;
import aftermath.present.ConsoleProgress;
import aftermath.present.Figures;
import aftermath.present.MetricsFile;
import aftermath.present.Summary;
import aftermath.present.TimingsFile;
import aftermath.run.CodeVersion;
import aftermath.run.Execution;
import aftermath.run.Watch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;

/** One run, or one after the other, and what is said of them. */
final class Runs {
  private static final int FILES_NAMED = 3;

  private final SparkSession spark;
  private final Path file;
  private final Incident incident;
  private final Place place;
  private final String input;
  private final PrintStream out;
  private final Lakehouse lakehouse;
  private final Execution execution;
  private final Pipeline pipeline;
  private final Optional<MetricsFile> metrics;
  private final Optional<Lineage> lineage;
  private final Set<String> said = new HashSet<>();
  private boolean isFollowing;
  private Listing seen = new Listing(Map.of());

  Runs(
      SparkSession spark,
      Path file,
      Incident incident,
      PseudonymKey key,
      Place place,
      String input,
      Optional<MetricsFile> metrics,
      PrintStream out)
      throws IOException {
    this.spark = spark;
    this.file = file;
    this.incident = incident;
    this.place = place;
    this.input = input;
    this.out = out;
    this.lakehouse = place.lakehouse(spark, incident);
    this.pipeline = BreachPipeline.of(incident, key);
    this.metrics = metrics;
    Progress progress = progress();
    this.lineage =
        LineageClient.of(System.getenv(), sentence -> out.println("  " + sentence))
            .map(client -> lineage(client, progress));
    this.execution =
        new Execution(
            incident,
            pipeline,
            lakehouse,
            lineage.<Progress>map(it -> it).orElse(progress),
            Clock.systemUTC(),
            CodeVersion.current(),
            key.fingerprint());
  }

  /** Runs once, and says all there is to say. */
  void first() {
    passedOver(listing()).ifPresent(sentence -> out.println("  " + sentence));
    first(path -> true);
  }

  private void first(Predicate<String> isWanted) {
    Instant begun = Instant.now();
    var outcome = run(isWanted);
    sayNew(outcome.remarks());
    outcome.restated().forEach(sentence -> out.println("  " + sentence));
    out.print(new Summary(incident, lakehouse, place.arguments(file)).text());
    out.print(closing(outcome));
    out.printf("  %.0f s%n", secondsSince(begun));
  }

  /** Runs, and then whenever files have come, and says what they move. */
  void follow(StopSignal stop, Duration pause) {
    var watch =
        new Watch(this::looked, files -> stop.finishing(() -> next(files, pause)), this::say);
    watch.follow(() -> stop.isAskedWithin(pause));
    out.println("Stopped. What was taken in is in the tables; the warehouse is free.");
  }

  private void next(Listing files, Duration pause) {
    Predicate<String> isWanted = files.files()::containsKey;
    List<String> come = files.pathsNewerThan(seen);
    if (!isFollowing) {
      Optional<Figures> before = figures();
      first(isWanted);
      before.ifPresent(this::sayMoved);
      isFollowing = true;
      seen = files;
      out.printf(
          "%nFollowing what comes to %s; a look every %d s. Ctrl-C stops.%n",
          input, pause.toSeconds());
      return;
    }
    Instant begun = Instant.now();
    var before = Figures.of(incident, lakehouse);
    say(arrived(come));
    var outcome = run(isWanted);
    seen = files;
    sayNew(outcome.remarks());
    if (outcome.isUnchanged()) {
      out.println("  There was nothing new in them.");
    } else {
      out.printf("  %s; %.0f s%n", taken(outcome), secondsSince(begun));
      outcome.restated().forEach(sentence -> out.println("  " + sentence));
      out.print(Figures.of(incident, lakehouse).movedSince(before));
    }
  }

  /** As they are before a run; empty if nothing has been counted yet. */
  private Optional<Figures> figures() {
    boolean isThere = lakehouse.version(DeliveryRates.TABLE).isPresent();
    return isThere ? Optional.of(Figures.of(incident, lakehouse)) : Optional.empty();
  }

  private void sayMoved(Figures before) {
    out.printf("%nWhat has moved since the last run%n");
    out.print(Figures.of(incident, lakehouse).movedSince(before));
  }

  private String arrived(List<String> paths) {
    String names =
        String.join(
            ", ",
            paths.stream()
                .limit(FILES_NAMED)
                .map(path -> new org.apache.hadoop.fs.Path(path).getName())
                .toList());
    return paths.size() > FILES_NAMED
        ? "%,d files have come: %s and %,d more"
            .formatted(paths.size(), names, paths.size() - FILES_NAMED)
        : "%s come: %s".formatted(paths.size() == 1 ? "a file has" : "files have", names);
  }

  /** Runs, and tells those who watch from afar how it went. */
  private Execution.Outcome run(Predicate<String> isWanted) {
    Instant begun = Instant.now();
    lineage.ifPresent(Lineage::runBegins);
    try {
      var outcome = execution.run(input, isWanted);
      lineage.ifPresent(Lineage::runEnds);
      metrics.ifPresent(file -> file.succeeded(incident, pipeline, lakehouse, begun));
      return outcome;
    } catch (RuntimeException e) {
      lineage.ifPresent(it -> it.runFails(e));
      metrics.ifPresent(file -> file.failed(incident, pipeline, lakehouse, begun));
      throw e;
    }
  }

  private Lineage lineage(LineageClient client, Progress progress) {
    return new Lineage(
        client,
        incident,
        pipeline,
        lakehouse,
        input,
        CodeVersion.current(),
        Clock.systemUTC(),
        progress);
  }

  /** What was said once need not be said again with every delivery. */
  private void sayNew(List<String> remarks) {
    remarks.stream().filter(said::add).forEach(remark -> out.println("  " + remark));
  }

  private void say(String sentence) {
    out.printf("%n%s  %s%n", LocalTime.now().truncatedTo(ChronoUnit.SECONDS), sentence);
  }

  private Listing listing() {
    return Listing.of(spark.sparkContext().hadoopConfiguration(), incident, input);
  }

  /** Said when they are seen: alone they begin no run. */
  private Listing looked() {
    Listing now = listing();
    passedOver(now).filter(said::add).ifPresent(this::say);
    return now;
  }

  private Optional<String> passedOver(Listing meant) {
    return PassedOver.said(spark.sparkContext().hadoopConfiguration(), incident, input, meant);
  }

  private Progress progress() throws IOException {
    var console = new ConsoleProgress(out);
    spark.sparkContext().addSparkListener(console);
    String timings = System.getenv("AFTERMATH_TIMINGS");
    if (timings == null) {
      return console;
    }
    // What a table costs can be told only where it is made alone.
    spark.conf().set(Sessions.TABLES_AT_ONCE, "1");
    return new TimingsFile(Path.of(timings), console);
  }

  private String closing(Execution.Outcome outcome) {
    var text = new StringBuilder("%nThe data%n".formatted());
    if (outcome.isUnchanged()) {
      text.append("  Nothing has changed since the last run; no table was written.%n".formatted());
    } else {
      text.append("  %s%n".formatted(taken(outcome)));
      text.append(
          "  %d tables written; all %d control totals add up%n"
              .formatted(outcome.changed().size(), outcome.controlTotals()));
    }
    text.append("  Tables are in %s%n".formatted(place.warehouse(incident)));
    return text.toString();
  }

  private static String taken(Execution.Outcome outcome) {
    return "%,d %s taken in, %,d set aside; of %,d %s %,d set aside"
        .formatted(
            outcome.filesTaken(),
            outcome.filesTaken() == 1 ? "file" : "files",
            outcome.filesSetAside(),
            outcome.rowsFound(),
            outcome.rowsFound() == 1 ? "row" : "rows",
            outcome.rowsSetAside());
  }

  private static double secondsSince(Instant begun) {
    return Duration.between(begun, Instant.now()).toMillis() / 1000.0;
  }
}
