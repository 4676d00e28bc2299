package aftermath.benchmark;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.incident.IncidentFile;
import aftermath.lakehouse.Lakehouse;
import aftermath.lakehouse.Sessions;
import aftermath.pipeline.Pipeline;
import aftermath.present.ConsoleProgress;
import aftermath.run.Execution;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Links generated records and holds the outcome against the truth that was written beside them. */
public final class GeneratedLinkage {
  private GeneratedLinkage() {}

  /**
   * Takes the incident file, a file with the section that takes the place of its linking, the
   * folder of the deliveries, that of the truth, and a warehouse.
   */
  public static void main(String[] arguments) throws IOException {
    Incident incident = with(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[4]));
    SparkSession spark = Sessions.open("local[2]", Map.of());
    var lakehouse = new Lakehouse(spark, arguments[4]);
    Pipeline whole = BreachPipeline.of(incident, PseudonymKey.of("nobody in here is real"));
    new Execution(
            incident,
            Linkage.upToLinks(whole),
            lakehouse,
            new ConsoleProgress(System.out),
            Clock.systemUTC(),
            "benchmark",
            "")
        .run(arguments[2]);
    for (String table : new String[] {"impacted_records", "links"}) {
      lakehouse.read(whole.table("silver." + table).orElseThrow()).createOrReplaceTempView(table);
    }
    spark
        .read()
        .option("header", "true")
        .csv(arguments[3] + "/records.csv")
        .createOrReplaceTempView("truth");
    spark
        .sql(
            """
            SELECT r.record_id, t.person AS true_person, l.person AS found_person, l.state
            FROM impacted_records r
            JOIN links l ON l.record = xxhash64(r.record_id)
            JOIN truth t ON t.CASE_REF = r.record_id
            """)
        .cache()
        .createOrReplaceTempView("both");
    // For a look at what went wrong, with any engine.
    spark.table("both").coalesce(1).write().mode("overwrite").parquet(arguments[4] + "/gold/both");
    Row row =
        spark
            .sql(
                """
                SELECT
                  (SELECT count(*) FROM both) AS records,
                  (SELECT count(DISTINCT true_person) FROM both) AS people,
                  (SELECT count(DISTINCT found_person) FROM both) AS found,
                  (SELECT sum(n * (n - 1) DIV 2) FROM (SELECT count(*) n FROM both GROUP BY true_person)) AS there,
                  (SELECT sum(n * (n - 1) DIV 2) FROM (SELECT count(*) n FROM both GROUP BY found_person)) AS claimed,
                  (SELECT sum(n * (n - 1) DIV 2) FROM (SELECT count(*) n FROM both GROUP BY true_person, found_person)) AS right
                """)
            .head();
    double right = row.<Number>getAs("right").doubleValue();
    double claimed = row.<Number>getAs("claimed").doubleValue();
    double there = row.<Number>getAs("there").doubleValue();
    long people = row.<Number>getAs("people").longValue();
    long found = row.<Number>getAs("found").longValue();
    System.out.printf(
        Locale.ROOT,
        "%,d records of %,d people; found %,d (%+.3f %%); pairs: precision %.5f, recall %.5f%n",
        row.<Number>getAs("records").longValue(),
        people,
        found,
        100.0 * (found - people) / people,
        right / Math.max(1, claimed),
        right / Math.max(1, there));
    spark
        .sql(
            "SELECT state, count(*) AS records, count(DISTINCT found_person) AS people FROM both GROUP BY state ORDER BY state")
        .show();
    spark
        .sql(
            "SELECT state, count(*) AS people_split FROM (SELECT true_person, array_join(array_sort(collect_set(state)), ' + ') AS state, count(DISTINCT found_person) n FROM both GROUP BY true_person HAVING n > 1) GROUP BY state ORDER BY 2 DESC")
        .show(false);
    spark.stop();
  }

  private static Incident with(Path incident, Path linking, Path folder) throws IOException {
    var yaml = new YAMLMapper();
    var whole = (ObjectNode) yaml.readTree(incident.toFile());
    whole.setAll((ObjectNode) yaml.readTree(linking.toFile()));
    Path file = Files.createDirectories(folder).resolve("incident.yaml");
    yaml.writeValue(file.toFile(), whole);
    return IncidentFile.read(file);
  }
}
