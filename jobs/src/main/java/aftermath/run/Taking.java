package aftermath.run;

import aftermath.incident.Incident;
import aftermath.incident.Role;
import aftermath.incident.Source;
import aftermath.intake.BronzeTables;
import aftermath.intake.DeliveredFile;
import aftermath.intake.DeliveredRows;
import aftermath.intake.EventWindow;
import aftermath.intake.Standing;
import aftermath.intake.Survey;
import aftermath.intake.Tally;
import aftermath.lakehouse.CommitNote;
import aftermath.lakehouse.Fingerprint;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Progress;
import aftermath.lakehouse.RunLog;
import aftermath.ops.Ops;
import aftermath.pipeline.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes delivered files into bronze, each content once. The rows of a role are written first and
 * the book of deliveries last: what a killed run has left without an entry is removed and taken
 * anew.
 */
final class Taking {
  private final Incident incident;
  private final Lakehouse lakehouse;
  private final String input;
  private final Predicate<String> isWanted;
  private final Progress progress;
  private final Clock clock;

  /**
   * @param isWanted whether a file is to be looked at, by its path
   */
  Taking(
      Incident incident,
      Lakehouse lakehouse,
      String input,
      Predicate<String> isWanted,
      Progress progress,
      Clock clock) {
    this.incident = incident;
    this.lakehouse = lakehouse;
    this.input = input;
    this.isWanted = isWanted;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * What was taken.
   *
   * @param files files whose rows went into bronze
   * @param setAside files that could not be used at all
   * @param rowsFound rows in the files taken
   * @param rowsSetAside of them: rows that could not be used
   * @param remarks sentences about paths and files, for people
   */
  record Taken(int files, int setAside, long rowsFound, long rowsSetAside, List<String> remarks) {

    Taken plus(Taken other) {
      var all = new ArrayList<>(remarks);
      all.addAll(other.remarks);
      return new Taken(
          files + other.files,
          setAside + other.setAside,
          rowsFound + other.rowsFound,
          rowsSetAside + other.rowsSetAside,
          all);
    }
  }

  void ensureThereIsInput() {
    InputFolder.ensure(lakehouse.spark().sparkContext().hadoopConfiguration(), input);
  }

  Taken take(RunLog log, RunLog.Run run) {
    var total = new Taken(0, 0, 0, 0, List.of());
    for (Role role : BronzeTables.taken(incident)) {
      total = total.plus(take(role, log, run));
    }
    return total;
  }

  private Taken take(Role role, RunLog log, RunLog.Run run) {
    Table bronze = BronzeTables.of(incident, role);
    String configuration = configuration(role, bronze);
    var book = new DeliveryBook(lakehouse, input, role);
    boolean isOutdated = book.isOutdated(configuration);
    List<Survey> surveys = surveys(role, book, isOutdated);
    if (isOutdated) {
      forget(role, bronze, book, surveys, run);
      book = new DeliveryBook(lakehouse, input, role);
    }
    List<DeliveredFile> files =
        surveys.stream().flatMap(survey -> survey.files().stream()).toList();
    List<DeliveredFile> fresh = files.stream().filter(DeliveredFile::isNew).toList();
    if (role == Role.IMPACTED_RECORDS && fresh.isEmpty() && book.takenIds().isEmpty()) {
      throw RunMistake.nothingDelivered(said(surveys));
    }
    removeUnbooked(role, bronze, book, run);
    Tally tally = fresh.isEmpty() ? new Tally() : write(role, bronze, fresh, run);
    List<Row> entries = entries(book, files, tally, configuration, run);
    if (!entries.isEmpty()) {
      log.append(Ops.DELIVERIES, run, entries);
    }
    return summary(surveys, fresh, entries, tally);
  }

  private static Taken summary(
      List<Survey> surveys, List<DeliveredFile> fresh, List<Row> entries, Tally tally) {
    List<Tally.Count> counts = fresh.stream().map(tally::of).toList();
    var remarks = new ArrayList<String>();
    for (Survey survey : surveys) {
      remarks.addAll(said(List.of(survey)));
      fresh.stream()
          .filter(survey.files()::contains)
          .forEach(file -> remarks.addAll(file.warnings(tally.of(file))));
    }
    int setAside =
        (int) entries.stream().filter(row -> row.getString(4).equals("set_aside")).count();
    return new Taken(
        fresh.size(),
        setAside,
        counts.stream().mapToLong(Tally.Count::found).sum(),
        counts.stream().mapToLong(Tally.Count::setAside).sum(),
        remarks);
  }

  private static List<String> said(List<Survey> surveys) {
    return surveys.stream()
        .flatMap(
            survey ->
                Stream.concat(
                    survey.remarks().stream(),
                    survey.files().stream().flatMap(file -> file.problem().stream())))
        .toList();
  }

  private List<Survey> surveys(Role role, DeliveryBook book, boolean isOutdated) {
    List<Survey> surveys = new ArrayList<>();
    for (Source source : incident.sources(role)) {
      surveys.add(
          Survey.of(
              lakehouse.spark(),
              incident,
              source,
              input,
              isOutdated ? book.withdrawn(source) : book.taken(source),
              isWanted));
    }
    return surveys;
  }

  /** Another description of a source makes other columns of the same files: they are read again. */
  private void forget(
      Role role, Table bronze, DeliveryBook book, List<Survey> surveys, RunLog.Run run) {
    Set<String> found = new HashSet<>();
    surveys.forEach(survey -> survey.files().forEach(file -> found.add(file.path())));
    List<String> gone =
        book.takenPaths().stream()
            .filter(path -> !found.contains(path))
            .map(book::shortened)
            .toList();
    if (!gone.isEmpty()) {
      throw RunMistake.filesAreGone(role.tableName(), gone);
    }
    String ofRole = "role = '" + role.tableName() + "'";
    // What was taken back stays so.
    lakehouse.delete(
        Ops.DELIVERIES, ofRole + " AND state <> 'withdrawn'", note(Ops.DELIVERIES, run));
    lakehouse.clear(bronze, note(bronze, run));
    lakehouse.delete(BronzeTables.REJECTED, ofRole, note(BronzeTables.REJECTED, run));
  }

  private void removeUnbooked(Role role, Table bronze, DeliveryBook book, RunLog.Run run) {
    lakehouse.declare(bronze, note(bronze, run));
    Table rejected = BronzeTables.REJECTED;
    lakehouse.declare(rejected, note(rejected, run));
    // A run removes first what others have left: if the last one to write here came to its entries,
    // there is nothing.
    boolean isBooked =
        lakehouse
            .writerOf(bronze)
            .filter(book::hasEntriesOf)
            .filter(book::isRidOfWithdrawn)
            .isPresent();
    List<String> unbooked = isBooked ? List.of() : unbooked(lakehouse.read(bronze), book);
    if (!unbooked.isEmpty()) {
      lakehouse.delete(bronze, isOneOf(unbooked), note(bronze, run));
    }
    String ofRole = "role = '" + role.tableName() + "'";
    List<String> unbookedRejected = unbooked(lakehouse.read(rejected).where(ofRole), book);
    if (!unbookedRejected.isEmpty()) {
      lakehouse.delete(rejected, ofRole + " AND " + isOneOf(unbookedRejected), note(rejected, run));
    }
  }

  private static List<String> unbooked(Dataset<Row> rows, DeliveryBook book) {
    Set<String> booked = book.takenIds();
    return rows.select("delivery_id").distinct().collectAsList().stream()
        .map(row -> row.getString(0))
        .filter(id -> !booked.contains(id))
        .toList();
  }

  private static String isOneOf(List<String> ids) {
    return "delivery_id IN ('" + String.join("', '", ids) + "')";
  }

  private Tally write(Role role, Table bronze, List<DeliveredFile> files, RunLog.Run run) {
    progress.begins(bronze.name());
    Instant start = clock.instant();
    DeliveredRows rows =
        DeliveredRows.of(lakehouse.spark(), incident, role, files, run.startedAt());
    lakehouse.append(bronze, rows.kept(), note(bronze, run));
    Tally tally = rows.tally();
    long setAside = files.stream().mapToLong(file -> tally.of(file).setAside()).sum();
    if (setAside > 0) {
      Table rejected = BronzeTables.REJECTED;
      lakehouse.append(rejected, rows.setAside(), note(rejected, run));
    }
    long kept = files.stream().mapToLong(file -> tally.of(file).kept()).sum();
    progress.ends(bronze.name(), kept, Duration.between(start, clock.instant()));
    return tally;
  }

  private List<Row> entries(
      DeliveryBook book,
      List<DeliveredFile> files,
      Tally tally,
      String configuration,
      RunLog.Run run) {
    List<Row> entries = new ArrayList<>();
    for (DeliveredFile file : files) {
      if (file.isNew()) {
        entries.add(book.entry(file, "taken", null, tally.of(file), configuration, run));
      } else if (!book.knows(file) && file.standing() == Standing.UNUSABLE) {
        String reason = file.problem().orElse(null);
        entries.add(book.entry(file, "set_aside", reason, Tally.Count.NONE, configuration, run));
      } else if (!book.knows(file)) {
        String reason = "same content as delivery " + file.deliveryId();
        entries.add(book.entry(file, "repeated", reason, Tally.Count.NONE, configuration, run));
      }
    }
    return entries;
  }

  /** Bronze is made of files and not of tables: a run is all that its commits depend on. */
  private CommitNote note(Table table, RunLog.Run run) {
    return lakehouse.note(table, run.id(), run.id());
  }

  private static boolean tellsEvents(Role role) {
    return role == Role.NOTICE_EVENTS || role == Role.RESPONSE_EVENTS;
  }

  private String configuration(Role role, Table bronze) {
    return Fingerprint.of(
        bronze.schema().toDDL(),
        incident.sources(role),
        incident.timeZone(),
        incident.notices().channels(),
        tellsEvents(role) ? EventWindow.of(incident).from() : "");
  }
}
