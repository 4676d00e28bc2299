package aftermath.benchmark;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Progress;
import aftermath.lakehouse.Sessions;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.run.Execution;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Links public files of fictitious people whose truth is known, and tells how well: precision,
 * recall and F1 over pairs, and the error of the people count.
 */
public final class Linkage {
  private static final Path INCIDENTS = Path.of("ci", "linkage");
  private static final Path WORK = Path.of("target", "linkage-benchmark").toAbsolutePath();
  private static final Function<String, String> FEBRL = id -> id.split("-")[1];

  /** A file to be linked; {@code truth} tells the person from the row's id or a column. */
  private record Case(
      String title, String incident, String records, String known, String id, String truth) {}

  private static final List<Case> CASES =
      List.of(
          new Case("FEBRL 1", "febrl", "dataset1.csv", "", "rec_id", ""),
          new Case("FEBRL 1, no number", "febrl-without-number", "dataset1.csv", "", "rec_id", ""),
          new Case("FEBRL 2", "febrl", "dataset2.csv", "", "rec_id", ""),
          new Case("FEBRL 2, no number", "febrl-without-number", "dataset2.csv", "", "rec_id", ""),
          new Case("FEBRL 3", "febrl", "dataset3.csv", "", "rec_id", ""),
          new Case("FEBRL 3, no number", "febrl-without-number", "dataset3.csv", "", "rec_id", ""),
          new Case("FEBRL 4", "febrl-4", "dataset4b.csv", "dataset4a.csv", "rec_id", ""),
          new Case(
              "FEBRL 4, no number",
              "febrl-4-without-number",
              "dataset4b.csv",
              "dataset4a.csv",
              "rec_id",
              ""),
          new Case("RLdata500", "rldata", "RLdata500.csv", "", "rec_id", "ent_id"),
          new Case("RLdata10000", "rldata", "RLdata10000.csv", "", "rec_id", "ent_id"),
          new Case("fake_1000", "fake", "fake_1000.csv", "", "unique_id", "cluster"));

  private Linkage() {}

  /** Takes the folder of the files, and how the titles of those begin that are asked for. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    String title = arguments.length > 1 ? arguments[1] : "";
    SparkSession spark =
        Sessions.open(
            "local[2]",
            Map.of("spark.sql.shuffle.partitions", "4", "spark.default.parallelism", "2"));
    System.out.printf(
        "%-20s %8s %8s %9s %9s %9s %8s %8s %8s %7s%n",
        "file",
        "records",
        "pairs",
        "precision",
        "recall",
        "F1",
        "people",
        "found",
        "error",
        "CPU s");
    for (Case each : CASES) {
      if (each.title().startsWith(title) && Files.exists(folder.resolve(each.records()))) {
        link(spark, folder, each);
      }
    }
    spark.stop();
  }

  private static void link(SparkSession spark, Path folder, Case each) throws IOException {
    Path work = Files.createTempDirectory(Files.createDirectories(WORK), "case");
    Path input = work.resolve("in");
    copy(folder.resolve(each.records()), input.resolve("records"));
    if (each.known().isEmpty()) {
      header(folder.resolve(each.records()), input.resolve("known"));
    } else {
      copy(folder.resolve(each.known()), input.resolve("known"));
    }
    Incident incident = IncidentFile.read(INCIDENTS.resolve(each.incident() + ".yaml"));
    Lakehouse lakehouse = new Lakehouse(spark, work.resolve("warehouse").toString());
    Pipeline whole = BreachPipeline.of(incident, PseudonymKey.of("nobody in here is real"));
    double start = cpuSeconds();
    new Execution(
            incident, upToLinks(whole), lakehouse, progress(), Clock.systemUTC(), "benchmark", "")
        .run(input.toString());
    double seconds = cpuSeconds() - start;
    Map<String, String> truth = truth(folder, each);
    Map<String, String> found = found(spark, lakehouse, incident, whole);
    report(each, truth, found, seconds);
  }

  private static Progress progress() {
    String timings = System.getenv("AFTERMATH_TIMINGS");
    return timings == null
        ? Progress.SILENT
        : new aftermath.present.TimingsFile(Path.of(timings), Progress.SILENT);
  }

  static Pipeline upToLinks(Pipeline whole) {
    Set<String> needed = new HashSet<>(Set.of("silver.links"));
    var models = new ArrayList<Model>();
    List<Model> backwards = new ArrayList<>(whole.inOrder());
    java.util.Collections.reverse(backwards);
    for (Model model : backwards) {
      if (needed.contains(model.table().name())) {
        models.add(0, model);
        model.inputs().stream().map(Table::name).forEach(needed::add);
      }
    }
    return new Pipeline(whole.delivered(), models, List.of());
  }

  /** Person by record; known people are persons of their own key, marked as known. */
  private static Map<String, String> found(
      SparkSession spark, Lakehouse lakehouse, Incident incident, Pipeline whole) {
    lakehouse
        .read(whole.table("silver.impacted_records").orElseThrow())
        .createOrReplaceTempView("r");
    lakehouse.read(whole.table("silver.links").orElseThrow()).createOrReplaceTempView("l");
    lakehouse.read(whole.table("silver.known_people").orElseThrow()).createOrReplaceTempView("k");
    var found = new HashMap<String, String>();
    for (Row row :
        spark
            .sql(
                "SELECT r.record_id, coalesce(k.known_id, string(l.person)) FROM r JOIN l ON l.record ="
                    + " xxhash64(r.record_id) LEFT JOIN k ON xxhash64(k.known_id) = l.known")
            .collectAsList()) {
      found.put(row.getString(0), row.getString(1));
    }
    return found;
  }

  private static Map<String, String> truth(Path folder, Case each) throws IOException {
    var truth = new HashMap<String, String>();
    List<String> lines = Files.readAllLines(folder.resolve(each.records()));
    List<String> header = Stream.of(lines.get(0).split(",")).map(String::trim).toList();
    for (String line : lines.subList(1, lines.size())) {
      if (!line.isBlank()) {
        String[] cells = line.split(",", -1);
        String id = cells[header.indexOf(each.id())].trim();
        String person =
            each.truth().isEmpty() ? FEBRL.apply(id) : cells[header.indexOf(each.truth())].trim();
        truth.put(id, person);
      }
    }
    return truth;
  }

  private static void report(
      Case each, Map<String, String> truth, Map<String, String> found, double seconds) {
    long right;
    long claimed;
    long there;
    long people = truth.values().stream().distinct().count();
    long foundPeople;
    if (each.known().isEmpty()) {
      Map<String, Long> clusters = new HashMap<>();
      Map<String, Long> real = new HashMap<>();
      Map<String, Long> both = new HashMap<>();
      truth.forEach(
          (record, person) -> {
            real.merge(person, 1L, Long::sum);
            clusters.merge(found.get(record), 1L, Long::sum);
            both.merge(person + "|" + found.get(record), 1L, Long::sum);
          });
      there = pairs(real);
      claimed = pairs(clusters);
      right = pairs(both);
      foundPeople = clusters.size();
    } else {
      there = truth.size();
      claimed = found.values().stream().filter(person -> person.startsWith("C:")).count();
      right =
          truth.entrySet().stream()
              .filter(
                  entry -> {
                    String person = found.get(entry.getKey());
                    return person.startsWith("C:")
                        && FEBRL.apply(person.substring(2)).equals(entry.getValue());
                  })
              .count();
      foundPeople = found.values().stream().distinct().count();
    }
    double precision = (double) right / Math.max(1, claimed);
    double recall = (double) right / there;
    System.out.printf(
        Locale.ROOT,
        "%-20s %8d %8d %9.4f %9.4f %9.4f %8d %8d %7.2f%% %7.1f%n",
        each.title(),
        truth.size(),
        there,
        precision,
        recall,
        2.0 * right / (claimed + there),
        people,
        foundPeople,
        100.0 * (foundPeople - people) / people,
        seconds);
  }

  private static long pairs(Map<String, Long> sizes) {
    return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
  }

  private static void copy(Path file, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(file, folder.resolve(file.getFileName()));
  }

  private static void header(Path file, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("nobody.csv"), Files.readAllLines(file).get(0) + "\n");
  }

  private static double cpuSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
