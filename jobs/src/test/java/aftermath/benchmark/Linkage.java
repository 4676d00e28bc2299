package aftermath.benchmark;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Sessions;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.run.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Links public files of fictitious people whose truth is known, and tells how well: precision,
 * recall and F1 over pairs, and the error of the people count.
 */
public final class Linkage {
  private static final Path WORK = Path.of("target", "linkage-benchmark").toAbsolutePath();

  private Linkage() {}

  /** Takes the folder of the files, and how the titles of those begin that are asked for. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    String title = arguments.length > 1 ? arguments[1] : "";
    List<LinkageCase> cases =
        LinkageCase.in(folder).stream().filter(each -> each.title().startsWith(title)).toList();
    if (cases.isEmpty()) {
      System.err.println(
          "No CSV file in %s has the columns of an incident file in ci/linkage, or a title that begins with '%s'."
              .formatted(folder, title));
      System.exit(2);
    }
    boolean isSmall = cases.stream().allMatch(each -> each.records().toFile().length() < 5_000_000);
    SparkSession spark =
        Sessions.open(
            "local[2]",
            isSmall
                ? Map.of(
                    Sessions.TABLES_AT_ONCE,
                    "1",
                    "spark.sql.shuffle.partitions",
                    "4",
                    "spark.default.parallelism",
                    "2")
                : Map.of(Sessions.TABLES_AT_ONCE, "1"));
    System.out.printf(
        "%-34s %8s %9s %9s %9s %9s %8s %8s %8s %7s %9s%n",
        "file and incident file",
        "records",
        "pairs",
        "precision",
        "recall",
        "F1",
        "people",
        "found",
        "error",
        "CPU s",
        "matching");
    for (LinkageCase each : cases) {
      link(spark, each);
    }
    spark.stop();
  }

  private static void link(SparkSession spark, LinkageCase each) throws IOException {
    Path work = Files.createTempDirectory(Files.createDirectories(WORK), "case");
    Path input = work.resolve("in");
    copy(each.records(), input.resolve("records"));
    if (each.known().isPresent()) {
      copy(each.known().get(), input.resolve("known"));
    } else {
      header(each.records(), input.resolve("known"));
    }
    Incident incident = IncidentFile.read(each.incident());
    Lakehouse lakehouse = new Lakehouse(spark, work.resolve("warehouse").toString());
    Pipeline whole = BreachPipeline.of(incident, PseudonymKey.of("nobody in here is real"));
    var time = new MatchingTime();
    new Execution(incident, upToLinks(whole), lakehouse, time, Clock.systemUTC(), "benchmark", "")
        .run(input.toString());
    double seconds = time.seconds();
    report(each, each.truth(), found(spark, lakehouse, whole), seconds, time.secondsOfMatching());
    delete(work);
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
      SparkSession spark, Lakehouse lakehouse, Pipeline whole) {
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

  private static void report(
      LinkageCase each,
      Map<String, String> truth,
      Map<String, String> found,
      double seconds,
      double secondsOfMatching) {
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
                        && LinkageCase.personOf(person.substring(2)).equals(entry.getValue());
                  })
              .count();
      foundPeople = found.values().stream().distinct().count();
    }
    double precision = (double) right / Math.max(1, claimed);
    double recall = (double) right / there;
    System.out.printf(
        Locale.ROOT,
        "%-34s %8d %9d %9.4f %9.4f %9.4f %8d %8d %7.2f%% %7.1f %9.1f%n",
        each.title(),
        truth.size(),
        there,
        precision,
        recall,
        2.0 * right / (claimed + there),
        people,
        foundPeople,
        100.0 * (foundPeople - people) / people,
        seconds,
        secondsOfMatching);
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
    try (Stream<String> lines = Files.lines(file)) {
      Files.writeString(folder.resolve("nobody.csv"), lines.findFirst().orElseThrow() + "\n");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
