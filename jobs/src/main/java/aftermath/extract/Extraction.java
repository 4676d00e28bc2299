package aftermath.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;

import aftermath.disclosure.release.CellDice;
import aftermath.disclosure.release.CountedTable;
import aftermath.disclosure.release.EarlierRelease;
import aftermath.disclosure.release.ProtectedRelease;
import aftermath.disclosure.release.Tabulation;
import aftermath.disclosure.suppression.AuditReport;
import aftermath.disclosure.suppression.Suppression;
import aftermath.exposure.AffectedCounts;
import aftermath.extract.form.FormFacts;
import aftermath.incident.Incident;
import aftermath.incident.Recipient;
import aftermath.incident.ReleaseTable;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.WarehouseLock;
import aftermath.ops.Ops;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/** Makes a release: counts, protects, audits, and only then writes. */
public final class Extraction {
  private static final String WITHDRAWN = "withdrawn";

  private final Incident incident;
  private final Lakehouse lakehouse;
  private final Clock clock;
  private final String codeVersion;
  private final Optional<Signature> signature;
  private final CellDice dice;
  private final ReleaseLog log;

  public Extraction(
      Incident incident,
      Lakehouse lakehouse,
      Clock clock,
      String codeVersion,
      Optional<Signature> signature,
      CellDice dice) {
    this.incident = incident;
    this.lakehouse = lakehouse;
    this.clock = clock;
    this.codeVersion = codeVersion;
    this.signature = signature;
    this.dice = dice;
    this.log = new ReleaseLog(lakehouse);
  }

  /**
   * What was released.
   *
   * @param folders of the recipients, by name
   * @param audit empty if nothing has changed and nothing was written
   */
  public record Outcome(
      int number,
      String phase,
      Map<String, String> folders,
      Map<String, Long> published,
      Map<String, Long> suppressed,
      boolean isCheapest,
      Optional<AuditReport> audit,
      int earlier) {}

  /**
   * Makes one.
   *
   * @param phase initial, follow-up, final or withdrawn; empty: initial for the first one, else
   *     follow-up
   * @param out folder of all releases
   * @throws ExtractMistake if there is nothing to release, or no place for it
   * @throws aftermath.disclosure.DisclosureMistake if it cannot be protected
   */
  public Outcome release(
      Optional<String> phase, String note, String out, Suppression.Progress progress)
      throws IOException {
    var tables = new ArrayList<ReleaseTable>(incident.extracts());
    tables.addAll(FormFacts.tables(incident));
    var cubes = new Cubes(incident, lakehouse);
    check(tables, cubes);
    try (WarehouseLock alone = WarehouseLock.of(lakehouse)) {
      checkThatTheLastRunIsFinished();
      return release(phase, note, out, tables, cubes, progress);
    }
  }

  private Outcome release(
      Optional<String> phase,
      String note,
      String out,
      List<ReleaseTable> tables,
      Cubes cubes,
      Suppression.Progress progress)
      throws IOException {
    List<EarlierRelease> earlier = log.earlier();
    List<Row> ended = log.ended();
    ReleaseFacts facts = facts(phase, note, earlier, ended, cubes.versions(tables));
    if (!ended.isEmpty() && isTheSame(ended.get(0), facts)) {
      return unchanged(ended.get(0), earlier.size());
    }
    List<CountedTable> counted = tables.stream().map(cubes::count).toList();
    var tabulation = new Tabulation(incident, counted);
    ProtectedRelease release =
        ProtectedRelease.of(tabulation, incident.disclosure(), earlier, dice, progress);
    return write(release, facts, counted, earlier, ended, out);
  }

  /**
   * Takes the last release back. What is known of it stays known, and is protected all the same.
   *
   * @throws ExtractMistake if there is none
   */
  public Outcome withdraw(String note, String out) throws IOException {
    try (WarehouseLock alone = WarehouseLock.of(lakehouse)) {
      return withdrawn(note, out);
    }
  }

  private Outcome withdrawn(String note, String out) throws IOException {
    List<EarlierRelease> earlier = log.earlier();
    List<Row> ended = log.ended();
    Row last = ended.stream().findFirst().orElseThrow(ExtractMistake::nothingToWithdraw);
    ReleaseFacts facts =
        facts(
            Optional.of(WITHDRAWN),
            note,
            earlier,
            ended,
            last.<String>getList(last.fieldIndex("tables")));
    Configuration configuration = lakehouse.spark().sparkContext().hadoopConfiguration();
    String folder = Folders.ofRelease(out, facts, configuration);
    var folders = new LinkedHashMap<String, String>();
    var manifests = new TreeMap<String, String>();
    for (Map.Entry<Recipient, String> each : Folders.ofRecipients(incident, folder).entrySet()) {
      var files = new Outgoing();
      ObjectNode head = facts.head(incident, each.getKey());
      head.put("withdraws", number(last));
      byte[] notice = Json.text(head).getBytes(UTF_8);
      signature.ifPresent(key -> files.add(RecipientFolder.MANIFEST + ".sig", key.of(notice)));
      files.add(RecipientFolder.MANIFEST, notice);
      files.writeTo(each.getValue(), configuration);
      folders.put(each.getKey().name(), each.getValue());
      manifests.put(each.getKey().name(), Outgoing.sha256(notice));
    }
    log.end(facts, folder, manifests, last.getAs("policy"), ReleaseLog.Size.NOTHING);
    return new Outcome(
        facts.number(),
        facts.phase(),
        folders,
        Map.of(),
        Map.of(),
        true,
        Optional.empty(),
        earlier.size());
  }

  /** Releases that were begun and not ended: they may have gone out, and count as if they had. */
  public List<Integer> unfinished() {
    List<Integer> ended = log.ended().stream().map(Extraction::number).toList();
    return log.earlier().stream()
        .map(EarlierRelease::number)
        .filter(number -> !ended.contains(number))
        .toList();
  }

  private void check(List<ReleaseTable> tables, Cubes cubes) {
    if (incident.recipients().isEmpty() || tables.isEmpty()) {
      throw ExtractMistake.nothingToRelease();
    }
    List<String> missing = cubes.missing(tables);
    if (!missing.isEmpty()) {
      throw ExtractMistake.tablesNotMade(missing);
    }
    List<String> mistakes = cubes.mistakes();
    if (!mistakes.isEmpty()) {
      throw ExtractMistake.badExpressions(mistakes);
    }
  }

  /** Looked at while no run may begin. */
  private void checkThatTheLastRunIsFinished() {
    boolean isSettled =
        lakehouse.version(Ops.RUNS).isPresent()
            && lakehouse.read(Ops.RUNS).orderBy(col("run_id").desc()).takeAsList(1).stream()
                .anyMatch(run -> run.<Boolean>getAs("is_balanced"));
    if (!isSettled) {
      throw ExtractMistake.runNotFinished();
    }
  }

  private ReleaseFacts facts(
      Optional<String> phase,
      String note,
      List<EarlierRelease> earlier,
      List<Row> ended,
      List<String> versions) {
    int number =
        1
            + IntStream.concat(
                    earlier.stream().mapToInt(EarlierRelease::number),
                    ended.stream().mapToInt(Extraction::number))
                .max()
                .orElse(0);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new ReleaseFacts(
        number,
        phase.orElse(ended.isEmpty() ? "initial" : "follow-up"),
        ended.stream().map(Extraction::number).findFirst(),
        now,
        ended.isEmpty() ? now : madeAt(ended.get(ended.size() - 1)),
        versions,
        incident.fingerprint(),
        codeVersion,
        isExact(),
        note);
  }

  private static int number(Row release) {
    return release.<Integer>getAs("release");
  }

  private static Instant madeAt(Row release) {
    return release.<Timestamp>getAs("made_at").toInstant();
  }

  /** Whether no record could be of one person or of another. */
  private boolean isExact() {
    return lakehouse.read(AffectedCounts.TABLE).where("measure = 'people'").takeAsList(1).stream()
        .allMatch(row -> row.<Long>getAs("at_least").equals(row.<Long>getAs("at_most")));
  }

  /** True if what stands would be said again; what was withdrawn does not stand. */
  private static boolean isTheSame(Row last, ReleaseFacts facts) {
    String phase = last.getAs("phase");
    boolean isPhaseAsked = facts.phase().equals("follow-up") || facts.phase().equals(phase);
    return !phase.equals(WITHDRAWN)
        && isPhaseAsked
        && List.copyOf(last.<String>getList(last.fieldIndex("tables"))).equals(facts.tables())
        && last.<String>getAs("incident_fingerprint").equals(facts.incidentFingerprint());
  }

  private static Outcome unchanged(Row last, int earlier) {
    return new Outcome(
        last.getAs("release"),
        last.getAs("phase"),
        Map.of(),
        Map.of(),
        Map.of(),
        true,
        Optional.empty(),
        earlier);
  }

  private Outcome write(
      ProtectedRelease release,
      ReleaseFacts facts,
      List<CountedTable> tables,
      List<EarlierRelease> earlier,
      List<Row> ended,
      String out)
      throws IOException {
    Configuration configuration = lakehouse.spark().sparkContext().hadoopConfiguration();
    String folder = Folders.ofRelease(out, facts, configuration);
    Optional<Row> last =
        ended.stream().filter(row -> !row.<String>getAs("phase").equals(WITHDRAWN)).findFirst();
    Optional<EarlierRelease> before =
        last.flatMap(
            row -> earlier.stream().filter(each -> each.number() == number(row)).findFirst());
    List<String> why = last.map(row -> Reasons.since(row, facts, lakehouse)).orElse(List.of());
    var outgoing = new LinkedHashMap<String, Outgoing>();
    var published = new LinkedHashMap<String, Long>();
    var suppressed = new LinkedHashMap<String, Long>();
    var marks = new HashSet<String>();
    for (Recipient recipient : incident.recipients()) {
      var files = new RecipientFolder(incident, recipient, release, facts, tables);
      outgoing.put(recipient.name(), files.files(before, why, signature));
      published.put(recipient.name(), files.left(true));
      suppressed.put(recipient.name(), files.left(false));
      marks.addAll(files.marks());
    }
    // What is about to go out is known before it does, whatever happens in between.
    log.begin(facts.number(), release.released());
    var folders = new LinkedHashMap<String, String>();
    var manifests = new TreeMap<String, String>();
    for (Map.Entry<Recipient, String> place : Folders.ofRecipients(incident, folder).entrySet()) {
      String name = place.getKey().name();
      outgoing.get(name).writeTo(place.getValue(), configuration);
      folders.put(name, place.getValue());
      manifests.put(
          name, Outgoing.sha256(outgoing.get(name).files().get(RecipientFolder.MANIFEST)));
    }
    log.end(
        facts,
        folder,
        manifests,
        String.join(" ", PolicyWords.of(incident.disclosure(), marks)),
        new ReleaseLog.Size(
            release.system().size(), release.audit().primary(), release.audit().complementary()));
    return new Outcome(
        facts.number(),
        facts.phase(),
        folders,
        published,
        suppressed,
        release.isCheapest(),
        Optional.of(release.audit()),
        earlier.size());
  }
}
