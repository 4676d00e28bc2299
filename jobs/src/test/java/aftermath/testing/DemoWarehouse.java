package aftermath.testing;

import aftermath.BreachPipeline;
import aftermath.functions.PseudonymKey;
import aftermath.incident.Incident;
import aftermath.lakehouse.Lakehouse;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.present.ConsoleProgress;
import aftermath.run.CodeVersion;
import aftermath.run.Execution;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/** A warehouse of the demo's incident, and runs that fill it. */
public final class DemoWarehouse {

  /** The deliveries of the repository. */
  public static final Path SAMPLES = Path.of("data-samples").toAbsolutePath();

  /** The demo's own: the pseudonyms of generated people are no secret. */
  public static final String KEY = "the samples are nobody's data";

  private static final Instant FIRST_RUN = Instant.parse("2025-12-01T00:00:00Z");

  private final Incident incident = IncidentFiles.demo();
  private final Pipeline pipeline = BreachPipeline.of(incident, PseudonymKey.of(KEY));
  private final Lakehouse lakehouse;
  private final Instant firstRun;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private int runs;

  public DemoWarehouse(SparkSession spark, Path folder) {
    this(spark, folder, FIRST_RUN);
  }

  /**
   * @param firstRun when the first run begins; later than all runs before it, also of others
   */
  public DemoWarehouse(SparkSession spark, Path folder, Instant firstRun) {
    this.firstRun = firstRun;
    this.lakehouse = new Lakehouse(spark, folder.toAbsolutePath().toString());
  }

  /** Runs, an hour after the run before it. */
  public Execution.Outcome run(Path input) {
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Clock clock = Clock.fixed(firstRun.plusSeconds(3600L * runs++), ZoneOffset.UTC);
    var outcome =
        new Execution(
                incident,
                pipeline,
                lakehouse,
                new ConsoleProgress(out),
                clock,
                CodeVersion.current(),
                "")
            .run(input.toAbsolutePath().toString());
    outcome.remarks().forEach(out::println);
    return outcome;
  }

  /** A copy, to go on with. */
  public DemoWarehouse copyIn(Path folder) throws IOException {
    Path copy = folder.resolve("warehouse");
    FileUtils.copyDirectory(new File(lakehouse.root()), copy.toFile());
    return new DemoWarehouse(lakehouse.spark(), copy, firstRun.plusSeconds(3600L * runs));
  }

  public Incident incident() {
    return incident;
  }

  public Pipeline pipeline() {
    return pipeline;
  }

  public Lakehouse lakehouse() {
    return lakehouse;
  }

  /** What the runs said to whoever watched them. */
  public String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  public List<Table> tables(Layer... layers) {
    List<Layer> wanted = List.of(layers);
    return pipeline.tables().stream().filter(table -> wanted.contains(table.layer())).toList();
  }

  /** The version of every table that exists, by name. */
  public Map<String, Long> versions() {
    var versions = new TreeMap<String, Long>();
    for (Table table : pipeline.tables()) {
      lakehouse.version(table).ifPresent(version -> versions.put(table.name(), version));
    }
    return versions;
  }
}
