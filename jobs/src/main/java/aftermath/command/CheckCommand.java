package aftermath.command;

import aftermath.BreachPipeline;
import aftermath.check.ClockCheck;
import aftermath.check.Finding;
import aftermath.check.Findings;
import aftermath.check.KeyCheck;
import aftermath.check.Machine;
import aftermath.check.SourcesCheck;
import aftermath.check.Standing;
import aftermath.check.WarehouseCheck;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.incident.IncidentMistakes;
import aftermath.incident.Mistake;
import aftermath.intake.IntakeException;
import aftermath.lakehouse.Causes;
import aftermath.lakehouse.Lakehouse;
import aftermath.pipeline.Pipeline;
import aftermath.run.InputFolder;
import aftermath.run.Planning;
import aftermath.run.RunMistake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says all that stands between an incident file and a run, at once. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Looks, before a run, at all that it needs, and says at once what is missing: mistakes in the"
          + " incident file, the key, memory and disk, the warehouse and who holds it, and the"
          + " delivered files, as far as the beginning of each tells.",
      "",
      "Nothing is written: what is tried in the warehouse is removed again.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ready to run, with warnings perhaps",
      "1:anything else: it could not be found out",
      "2:not ready: something is missing"
    },
    footer = {
      "",
      "Examples:",
      "  aftermath check conf/demo.yaml",
      "  aftermath check my-incident.yaml --input deliveries --warehouse warehouse/mine",
      "  aftermath check my-incident.yaml --json"
    })
public final class CheckCommand implements Callable<Integer> {
  private static final int READY = 0;
  private static final int NOT_READY = 2;

  @Parameters(paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Option(
      names = "--input",
      paramLabel = "DIR",
      description =
          "Where relative paths of the incident file start. Default: its input, or its own folder.")
  private String input;

  @Option(names = "--json", description = "Prints what was found as one JSON object.")
  private boolean isForPrograms;

  @Mixin private Place place;

  @Spec private CommandSpec spec;

  private final List<Finding> found = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    found.clear();
    Optional<Incident> incident = incident();
    boolean canStart = Machine.here().findings(0).stream().noneMatch(CheckCommand::isMissing);
    if (incident.isPresent() && canStart) {
      lookAround(incident.get());
    } else {
      found.add(KeyCheck.of(environment(), Optional.empty()));
      found.addAll(Machine.here().findings(0));
    }
    var findings = new Findings(found);
    var out = spec.commandLine().getOut();
    out.print(isForPrograms ? findings.json() : findings.text());
    out.flush();
    return findings.isReady() ? READY : NOT_READY;
  }

  private Optional<Incident> incident() {
    try {
      Incident incident = Place.incident(incidentFile);
      add(
          Standing.OK,
          "incident file",
          "%s: sources %d, fields %d, segments %d"
              .formatted(
                  incidentFile,
                  incident.sources().size(),
                  incident.fields().size(),
                  incident.segments().size()));
      return Optional.of(incident);
    } catch (IncidentMistakes e) {
      for (Mistake mistake : e.mistakes()) {
        add(Standing.MISSING, "incident file", incidentFile + ": " + mistake.sentence());
      }
      add(
          Standing.WARNING,
          "all else",
          "The plan, the warehouse and the deliveries are looked at once the incident file can be"
              + " read.");
      return Optional.empty();
    }
  }

  private void lookAround(Incident incident) throws IOException {
    try (SparkSession spark = place.session()) {
      plan(spark, incident);
      Optional<SourcesCheck> sources = sources(spark, incident);
      long bytes = sources.map(SourcesCheck::bytes).orElse(0L);
      warehouse(spark, incident, bytes);
      found.addAll(Machine.here().findings(bytes));
      sources.ifPresent(it -> found.addAll(it.findings()));
      Clock clock = Clock.systemUTC();
      found.addAll(
          ClockCheck.of(
              incident,
              clock,
              sources.map(it -> it.filesOfTheFuture(clock.instant())).orElse(List.of())));
    }
  }

  private void plan(SparkSession spark, Incident incident) {
    Pipeline pipeline = BreachPipeline.of(incident, PseudonymKey.NONE);
    List<String> mistakes = Planning.mistakes(spark, incident, pipeline);
    mistakes.forEach(mistake -> add(Standing.MISSING, "plan", mistake));
    if (mistakes.isEmpty()) {
      add(Standing.OK, "plan", "%d tables planned".formatted(pipeline.models().size()));
    }
  }

  private void warehouse(SparkSession spark, Incident incident, long bytes) {
    Optional<String> lastKey = Optional.empty();
    try {
      Lakehouse lakehouse = place.lakehouse(spark, incident);
      var check = new WarehouseCheck(lakehouse);
      found.addAll(check.findings(incident));
      lastKey = check.lastRun().map(row -> row.<String>getAs("pseudonym_key"));
      found.add(check.room(bytes));
      check.roomForTemporaryFiles(bytes).ifPresent(found::add);
    } catch (CommandMistake e) {
      add(Standing.MISSING, "warehouse", e.getMessage());
    }
    found.add(KeyCheck.of(environment(), lastKey));
  }

  private Optional<SourcesCheck> sources(SparkSession spark, Incident incident) {
    String start = Place.input(input, incidentFile, incident);
    try {
      InputFolder.ensure(spark.sparkContext().hadoopConfiguration(), start);
      add(Standing.OK, "input", start);
      return Optional.of(new SourcesCheck(spark, incident, start));
    } catch (RunMistake | IntakeException e) {
      add(Standing.MISSING, "input", e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      add(
          Standing.MISSING,
          "input",
          "%s cannot be reached (%s). Check the address, the credentials and that the libraries of the store are there (README, On a cluster)."
              .formatted(start, Causes.inOneLine(e)));
    }
    return Optional.empty();
  }

  private static boolean isMissing(Finding finding) {
    return finding.standing() == Standing.MISSING;
  }

  private void add(Standing standing, String subject, String sentence) {
    found.add(new Finding(standing, subject, sentence));
  }

  private static Map<String, String> environment() {
    return System.getenv();
  }
}
