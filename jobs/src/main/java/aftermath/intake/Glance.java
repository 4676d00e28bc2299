package aftermath.intake;

import aftermath.incident.Format;
import aftermath.incident.Incident;
import aftermath.incident.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * What lies where a source's deliveries are looked for, told from the beginning of each file: quick
 * however large they are, and blind to what comes later in them.
 *
 * @param matched what each path of the source means
 * @param files every file once, with what stands in its way and what is odd about it
 * @param remarks sentences about files that are passed over
 */
public record Glance(List<Matched> matched, List<DeliveredFile> files, List<String> remarks) {

  /** How many files of what size a path means. */
  public record Matched(String path, int files, long bytes) {}

  /** Files that one task opens. */
  private static final int A_TASK = 16;

  /**
   * Glances at what a source has delivered.
   *
   * @param inputDirectory where relative paths start
   */
  public static Glance of(
      SparkSession spark, Incident incident, Source source, String inputDirectory) {
    var storage = new Storage(spark.sparkContext().hadoopConfiguration());
    SourceLayout layout = SourceLayout.of(incident, source);
    List<Matched> matched = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    Map<String, FoundFile> found = new LinkedHashMap<>();
    List<DeliveredFile> tables = new ArrayList<>();
    for (String path : source.paths()) {
      var deliveries = new Deliveries(source.name(), storage, inputDirectory);
      if (source.format() == Format.DELTA) {
        List<DeliveredFile> ofPath =
            deliveries.folders(path).stream()
                .map(folder -> DeltaDeliveries.of(spark, layout, folder))
                .toList();
        tables.addAll(ofPath);
        matched.add(matched(path, ofPath.stream().map(DeliveredFile::size).toList()));
      } else {
        deliveries.add(path);
        deliveries.files().forEach(file -> found.put(file.path(), file));
        matched.add(matched(path, deliveries.files().stream().map(FoundFile::size).toList()));
        if (!deliveries.files().isEmpty()) {
          remarks.addAll(deliveries.remarks());
        }
      }
    }
    List<DeliveredFile> files =
        tables.isEmpty()
            ? glanced(spark, new ArrayList<>(found.values()), layout, storage)
            : tables;
    return new Glance(List.copyOf(matched), files, List.copyOf(remarks));
  }

  /** Size of all files together. */
  public long bytes() {
    return files.stream().mapToLong(DeliveredFile::size).sum();
  }

  private static Matched matched(String path, List<Long> sizes) {
    return new Matched(path, sizes.size(), sizes.stream().mapToLong(Long::longValue).sum());
  }

  private static List<DeliveredFile> glanced(
      SparkSession spark, List<FoundFile> files, SourceLayout layout, Storage storage) {
    if (files.isEmpty()) {
      return List.of();
    }
    int tasks = (files.size() + A_TASK - 1) / A_TASK;
    try {
      return JavaSparkContext.fromSparkContext(spark.sparkContext())
          .parallelize(files, tasks)
          .map(file -> glanced(file, layout, storage))
          .collect();
    } catch (Exception e) {
      // Spark throws checked exceptions that its methods do not declare.
      throw IntakeException.behind(e)
          .map(RuntimeException.class::cast)
          .orElseGet(() -> new IllegalStateException(e));
    }
  }

  private static DeliveredFile glanced(FoundFile found, SourceLayout layout, Storage storage) {
    DeliveredFile file = FileSurveyor.glance(found, layout, storage);
    return file.warnedOf(FirstRows.oddities(file, layout, storage));
  }
}
