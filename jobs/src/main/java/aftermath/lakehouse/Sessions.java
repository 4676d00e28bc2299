package aftermath.lakehouse;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Opens the Spark session that everything runs in. */
public final class Sessions {
  /** How many tables are made at once: a setting of ours among those of Spark. */
  public static final String TABLES_AT_ONCE = "spark.aftermath.tablesAtOnce";

  private Sessions() {}

  /**
   * How many tables a run of this session makes at once.
   *
   * @throws IllegalArgumentException if what was asked for is no such number
   */
  static int tablesAtOnce(SparkSession spark) {
    String asked = spark.conf().get(TABLES_AT_ONCE, "1");
    if (!asked.matches("[1-9]\\d{0,2}")) {
      throw new IllegalArgumentException(
          "%s=%s: give a whole number from 1 to 999.".formatted(TABLES_AT_ONCE, asked));
    }
    return Integer.parseInt(asked);
  }

  /**
   * Settings under which some thousand rows are quick: in one part, and with code compiled for
   * whole stages alone. Delta reads its logs outside of these, and compiling that took a quarter of
   * a small run.
   */
  public static final Map<String, String> FOR_LITTLE_DATA =
      Map.of(
          "spark.sql.shuffle.partitions", "1",
          "spark.default.parallelism", "2",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN");

  /**
   * Settings for questions that are each asked once, of tables of some rows: nothing is compiled
   * for them, and a plan is not looked at again between its stages, which makes a job of each.
   */
  public static final Map<String, String> FOR_A_GLANCE = forAGlance();

  private static Map<String, String> forAGlance() {
    var settings = new LinkedHashMap<>(FOR_LITTLE_DATA);
    settings.put("spark.sql.codegen.wholeStage", "false");
    settings.put("spark.sql.adaptive.enabled", "false");
    return Map.copyOf(settings);
  }

  /**
   * A session with Delta and Aftermath's functions.
   *
   * @param master where it runs; a cluster's launcher has set it already and then wins
   * @param more settings that have the last word
   */
  public static SparkSession open(String master, Map<String, String> more) {
    var builder = SparkSession.builder().appName("aftermath").config("spark.ui.enabled", "false");
    if (System.getProperty("spark.master") == null) {
      builder.master(master);
      if (master.startsWith("local")) {
        builder.config("spark.driver.host", "localhost");
        builder.config("spark.driver.bindAddress", "127.0.0.1");
      }
    }
    DEFAULTS.forEach(builder::config);
    builder.config("spark.sql.warehouse.dir", noTables());
    more.forEach(builder::config);
    return builder.getOrCreate();
  }

  /** Tables have paths of their own; Spark makes the folder of its catalogue all the same. */
  private static String noTables() {
    return Path.of(System.getProperty("java.io.tmpdir"), "aftermath-no-tables").toUri().toString();
  }

  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension"),
          Map.entry(
              "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
          Map.entry("spark.sql.catalog.aftermath", "aftermath.functions.Functions"),
          Map.entry(TABLES_AT_ONCE, "2"),
          Map.entry("spark.sql.session.timeZone", "UTC"),
          Map.entry("spark.sql.ansi.enabled", "true"),
          // A table's log is short; the default of 50 tasks per snapshot doubles a small run.
          Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
          // A table made without rows is made: its commit says of what, or it would be made again.
          Map.entry("spark.databricks.delta.skipRecordingEmptyCommits", "false"),
          Map.entry("spark.databricks.delta.stats.collect.using.tableSchema", "true"),
          Map.entry("spark.databricks.delta.properties.defaults.enableDeletionVectors", "false"),
          Map.entry("spark.sql.shuffle.partitions", "64"),
          // A run that follows has the same queries with every delivery. Of a hundred compiled
          // classes, the default, none is left when it comes to the next one.
          Map.entry("spark.sql.codegen.cache.maxEntries", "3000"),
          Map.entry("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false"),
          Map.entry("spark.sql.adaptive.advisoryPartitionSizeInBytes", "48m"),
          // Hash joins of hashed keys cost half of sorted ones wherever a partition fits in memory.
          Map.entry("spark.sql.join.preferSortMergeJoin", "false"),
          Map.entry("spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold", "96m"),
          Map.entry("spark.sql.parquet.compression.codec", "snappy"),
          // Packed values are all different: looking each up in a dictionary finds nothing.
          Map.entry("spark.hadoop.parquet.enable.dictionary#values", "false"),
          Map.entry("spark.io.compression.codec", "lz4"),
          Map.entry("spark.shuffle.sort.bypassMergeThreshold", "64"),
          Map.entry("spark.ui.showConsoleProgress", "false"),
          // Every query's plan is written out for a page that is switched off.
          Map.entry("spark.sql.ui.explainMode", "simple"),
          Map.entry("spark.sql.maxPlanStringLength", "1000"),
          // Delta's SQL parser passes named parameters on only when Spark binds them this way.
          Map.entry("spark.sql.legacy.parameterSubstitution.constantsOnly", "true"));
}
