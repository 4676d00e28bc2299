package aftermath.check;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.incident.Source;
import aftermath.intake.Compression;
import aftermath.intake.DeliveredFile;
import aftermath.intake.Glance;
import aftermath.intake.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Whether what was delivered can be read, as far as the beginning of each file tells. */
public final class SourcesCheck {
  /** More sentences of one kind are not read by anyone. */
  private static final int MOST = 20;

  /** Events shrink to a tenth when they are compressed, tables to less than a half. */
  private static final long UNPACKED = 8;

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  private final Incident incident;
  private final List<Glanced> sources = new ArrayList<>();

  private record Glanced(Source source, Glance glance) {}

  /**
   * @param input where relative paths of the incident file start
   */
  public SourcesCheck(SparkSession spark, Incident incident, String input) {
    this.incident = incident;
    for (Source source : incident.sources()) {
      sources.add(new Glanced(source, Glance.of(spark, incident, source, input)));
    }
  }

  /** About how large all that was delivered is when it is unpacked. */
  public long bytes() {
    return sources.stream()
        .flatMap(source -> source.glance().files().stream())
        .mapToLong(file -> file.size() * (file.compression() == Compression.NONE ? 1 : UNPACKED))
        .sum();
  }

  /** Files that were changed, by their own account, after now: a clock is wrong somewhere. */
  public List<String> filesOfTheFuture(Instant now) {
    return sources.stream()
        .flatMap(source -> source.glance().files().stream())
        .filter(file -> file.modifiedAt().isAfter(now.plus(CLOCKS_DIFFER)))
        .map(DeliveredFile::name)
        .limit(MOST)
        .toList();
  }

  /** A line for each source, and one for each file that somebody should look at. */
  public List<Finding> findings() {
    var found = new ArrayList<Finding>();
    for (Glanced source : sources) {
      found.add(ofSource(source));
      found.addAll(ofFiles(source));
    }
    if (hasNoStolenRecords()) {
      found.add(
          Finding.missing(
              Role.IMPACTED_RECORDS.tableName(),
              "No file of stolen records can be used, so there is nothing to count. Relative paths"
                  + " start at --input DIR, or at the input that the incident file names."));
    }
    return found;
  }

  private boolean hasNoStolenRecords() {
    return sources.stream()
        .filter(source -> source.source().role() == Role.IMPACTED_RECORDS)
        .flatMap(source -> source.glance().files().stream())
        .noneMatch(file -> file.problem().isEmpty());
  }

  private static Finding ofSource(Glanced source) {
    Glance glance = source.glance();
    String paths =
        glance.matched().stream().map(SourcesCheck::matched).collect(Collectors.joining("; "));
    return glance.files().isEmpty()
        ? Finding.warning(
            subject(source),
            "no file: %s. Deliver one, or correct the paths of the source.".formatted(paths))
        : Finding.ok(
            subject(source),
            "%s, %s: %s"
                .formatted(Amount.files(glance.files().size()), Amount.of(glance.bytes()), paths));
  }

  private static String matched(Glance.Matched matched) {
    return matched.files() == 0
        ? "nothing at %s".formatted(matched.path())
        : "%s at %s".formatted(Amount.files(matched.files()), matched.path());
  }

  private static List<Finding> ofFiles(Glanced source) {
    List<DeliveredFile> files = source.glance().files();
    List<String> problems = files.stream().flatMap(file -> file.problem().stream()).toList();
    // One bad file must not keep a run from the others; its rows are in no count, and that is said.
    Standing ofProblems = problems.size() == files.size() ? Standing.MISSING : Standing.WARNING;
    List<String> warnings =
        Stream.concat(
                source.glance().remarks().stream(),
                files.stream()
                    .filter(file -> file.problem().isEmpty())
                    .flatMap(file -> file.warnings(UNREAD).stream()))
            .toList();
    return Stream.concat(
            limited(problems).map(sentence -> new Finding(ofProblems, subject(source), sentence)),
            limited(warnings).map(sentence -> Finding.warning(subject(source), sentence)))
        .toList();
  }

  /** One row: who has not looked for rows must not say that there are none. */
  private static final Tally.Count UNREAD = new Tally.Count(1, 0, false);

  private static Stream<String> limited(List<String> sentences) {
    int others = sentences.size() - MOST;
    return others <= 0
        ? sentences.stream()
        : Stream.concat(
            sentences.stream().limit(MOST), Stream.of("%,d more like these.".formatted(others)));
  }

  private static String subject(Glanced source) {
    return "source " + source.source().name();
  }
}
