package aftermath.command;

import aftermath.disclosure.release.CellDice;
import aftermath.extract.Extraction;
import aftermath.extract.Extraction.Outcome;
import aftermath.extract.Signature;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.lakehouse.Lakehouse;
import aftermath.run.CodeVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a release of extracts for all recipients of an incident. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a release: tables and forms for every recipient of the incident, from the cubes.",
      "",
      "All tables of all recipients, and those of all earlier releases, are protected together:"
          + " small counts are left out, and so many others that none can be worked out. The audit"
          + " proves it by linear programs before anything is written; a release is never written"
          + " over.",
      ""
    },
    footer = {
      "",
      "With AFTERMATH_SIGNING_KEY_FILE (an Ed25519 key: openssl genpkey -algorithm ed25519), every"
          + " manifest is signed: manifest.json.sig.",
      "",
      "Examples:",
      "  aftermath extract conf/demo.yaml",
      "  aftermath extract conf/qantas-2025.yaml --phase final --note 'All records have been read.'",
      "  aftermath extract conf/qantas-2025.yaml --phase withdrawn --note 'Wrong records were read.'"
    })
public final class ExtractCommand implements Callable<Integer> {
  private static final List<String> PHASES = List.of("initial", "follow-up", "final", "withdrawn");

  @Parameters(paramLabel = "INCIDENT", description = "The incident file (YAML).")
  private Path incidentFile;

  @Option(
      names = "--phase",
      paramLabel = "PHASE",
      description =
          "initial, follow-up, final or withdrawn. Default: initial for the first release, then"
              + " follow-up.")
  private String phase;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "A sentence for the readers; it goes out as it is.")
  private String note;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of all releases. Default: extracts/<id of the incident>.")
  private String out;

  @Mixin private Place place;

  @Override
  public Integer call() throws IOException {
    if (phase != null && !PHASES.contains(phase)) {
      throw CommandMistake.noSuchPhase(phase, PHASES);
    }
    Incident incident = Place.incident(incidentFile);
    Optional<Signature> signature = Signature.ofEnvironment(System.getenv());
    CellDice dice = dice(incident);
    String folder = Place.absolute(out == null ? "extracts/" + incident.id() : out);
    try (SparkSession spark = place.session()) {
      Lakehouse lakehouse = place.lakehouse(spark, incident);
      var extraction =
          new Extraction(
              incident, lakehouse, Clock.systemUTC(), CodeVersion.current(), signature, dice);
      extraction
          .unfinished()
          .forEach(
              number ->
                  System.out.printf(
                      "Note: release %d was begun and not finished; it counts as gone out.%n",
                      number));
      say(
          "withdrawn".equals(phase)
              ? extraction.withdraw(note, folder)
              : extraction.release(
                  Optional.ofNullable(phase), note, folder, new SuppressionProgress(System.err)));
    }
    return 0;
  }

  /** From the secret key, where the method needs it: without it, chance could be repeated. */
  private static CellDice dice(Incident incident) {
    return new CellDice(
        incident.disclosure().method().needsKey()
            ? PseudonymKey.ofEnvironment(System.getenv()).forChance()
            : new byte[] {0});
  }

  private static void say(Outcome outcome) {
    if (outcome.folders().isEmpty()) {
      System.out.printf(
          "Nothing has changed since release %d; nothing was written.%n", outcome.number());
      return;
    }
    System.out.printf("Release %d (%s)%n", outcome.number(), outcome.phase());
    outcome
        .folders()
        .forEach(
            (recipient, folder) ->
                System.out.printf("  %s: %s%s%n", recipient, counts(outcome, recipient), folder));
    outcome
        .audit()
        .ifPresent(
            audit ->
                System.out.printf(
                    "The audit has passed: %,d cells in %,d equations, %s; %,d sensitive, %,d more"
                        + " left out to protect them%s; %,d linear programs, %,d lone contributors"
                        + " among the attackers.%n",
                    audit.cells(),
                    audit.equations(),
                    outcome.earlier() == 0
                        ? "no earlier release"
                        : "earlier releases included: %d".formatted(outcome.earlier()),
                    audit.primary(),
                    audit.complementary(),
                    outcome.isCheapest() ? "" : " (there was no time to look for fewer)",
                    audit.linearPrograms(),
                    audit.singletonAttackers()));
  }

  private static String counts(Outcome outcome, String recipient) {
    return outcome.published().containsKey(recipient)
        ? "%,d numbers told, %,d left out, in "
            .formatted(outcome.published().get(recipient), outcome.suppressed().get(recipient))
        : "";
  }
}
