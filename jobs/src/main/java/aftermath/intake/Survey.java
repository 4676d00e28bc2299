package aftermath.intake;

import aftermath.incident.Format;
import aftermath.incident.Incident;
import aftermath.incident.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * What a source has delivered: every file its paths mean, looked at once.
 *
 * @param files all of them, those that were taken in before or cannot be used included
 * @param remarks sentences about paths that match nothing and files that are passed over
 */
public record Survey(List<DeliveredFile> files, List<String> remarks) {

  /** Opening a file costs about as much as reading this many bytes. */
  private static final long OPENING = 256 * 1024;

  private static final long TASK = 64L << 20;

  /** The files whose rows are to be taken in now. */
  public List<DeliveredFile> fresh() {
    return files.stream().filter(DeliveredFile::isNew).toList();
  }

  /**
   * Surveys a source. A file of the same path, size and modification time as one that was taken in
   * before is not read again; any other is, and is still the same delivery if its content is.
   *
   * @param inputDirectory where relative paths start
   * @param taken files that earlier runs took in for this source
   */
  public static Survey of(
      SparkSession spark,
      Incident incident,
      Source source,
      String inputDirectory,
      Collection<TakenFile> taken) {
    return of(spark, incident, source, inputDirectory, taken, path -> true);
  }

  /**
   * The same of some files only.
   *
   * @param isWanted whether a file is to be looked at, by its path; of Delta tables all are
   */
  public static Survey of(
      SparkSession spark,
      Incident incident,
      Source source,
      String inputDirectory,
      Collection<TakenFile> taken,
      Predicate<String> isWanted) {
    Storage storage = new Storage(spark.sparkContext().hadoopConfiguration());
    SourceLayout layout = SourceLayout.of(incident, source);
    Deliveries deliveries = new Deliveries(source.name(), storage, inputDirectory);
    if (source.format() == Format.DELTA) {
      List<DeliveredFile> tables =
          source.paths().stream()
              .flatMap(path -> deliveries.folders(path).stream())
              .map(folder -> DeltaDeliveries.of(spark, layout, folder))
              .toList();
      return withStandings(tables, taken, deliveries.remarks());
    }
    source.paths().forEach(deliveries::add);
    Map<String, TakenFile> takenByPath = new HashMap<>();
    taken.forEach(file -> takenByPath.put(file.path(), file));
    List<DeliveredFile> files = new ArrayList<>();
    List<FoundFile> unread = new ArrayList<>();
    List<FoundFile> wanted =
        deliveries.files().stream().filter(file -> isWanted.test(file.path())).toList();
    for (FoundFile found : wanted) {
      TakenFile before = takenByPath.get(found.path());
      if (before != null && isSame(found, before)) {
        files.add(unchanged(layout, before));
      } else {
        unread.add(found);
      }
    }
    files.addAll(surveyed(spark, unread, layout, storage));
    files.sort(java.util.Comparator.comparing(DeliveredFile::path));
    return withStandings(files, taken, deliveries.remarks());
  }

  private static List<DeliveredFile> surveyed(
      SparkSession spark, List<FoundFile> files, SourceLayout layout, Storage storage) {
    if (files.isEmpty()) {
      return List.of();
    }
    List<List<FoundFile>> tasks = tasks(files);
    try {
      return JavaSparkContext.fromSparkContext(spark.sparkContext())
          .parallelize(tasks, tasks.size())
          .flatMap(
              task ->
                  task.stream().map(file -> FileSurveyor.survey(file, layout, storage)).iterator())
          .collect();
    } catch (RuntimeException e) {
      throw IntakeException.behind(e).map(RuntimeException.class::cast).orElse(e);
    }
  }

  /** A task for each big file; small ones share. */
  private static List<List<FoundFile>> tasks(List<FoundFile> files) {
    List<List<FoundFile>> tasks = new ArrayList<>();
    long weight = 0;
    for (FoundFile file : files) {
      if (tasks.isEmpty() || weight + file.size() / 2 > TASK) {
        tasks.add(new ArrayList<>());
        weight = 0;
      }
      tasks.get(tasks.size() - 1).add(file);
      weight += OPENING + file.size();
    }
    return tasks;
  }

  private static boolean isSame(FoundFile found, TakenFile before) {
    return before.size() == found.size()
        && before.modifiedAt().toEpochMilli() == found.modifiedAt();
  }

  private static DeliveredFile unchanged(SourceLayout layout, TakenFile file) {
    return new DeliveredFile(
        layout.source(),
        file.path(),
        file.size(),
        file.modifiedAt(),
        file.sha256(),
        file.sha256().substring(0, 16),
        Standing.TAKEN_BEFORE,
        Compression.NONE,
        "",
        List.of(),
        List.of(),
        -1,
        List.of(),
        List.of());
  }

  private static Survey withStandings(
      List<DeliveredFile> files, Collection<TakenFile> taken, List<String> said) {
    List<String> remarks = new ArrayList<>(said);
    Set<String> takenBefore =
        new HashSet<>(taken.stream().map(TakenFile::sha256).collect(Collectors.toSet()));
    Map<String, String> pathByHash = new HashMap<>();
    List<DeliveredFile> standing = new ArrayList<>();
    for (DeliveredFile file : files) {
      if (!file.isNew()) {
        standing.add(file);
      } else if (takenBefore.contains(file.sha256())) {
        remarks.add(IntakeProblems.taken(file.path()));
        standing.add(file.standing(Standing.TAKEN_BEFORE));
      } else if (pathByHash.putIfAbsent(file.sha256(), file.path()) != null) {
        remarks.add(IntakeProblems.repeated(file.path(), pathByHash.get(file.sha256())));
        standing.add(file.standing(Standing.REPEATED));
      } else {
        taken.stream()
            .filter(before -> before.isCounted() && before.path().equals(file.path()))
            .forEach(before -> remarks.add(IntakeProblems.replaced(file.path(), before.id())));
        standing.add(file);
      }
    }
    return new Survey(List.copyOf(standing), List.copyOf(remarks));
  }
}
