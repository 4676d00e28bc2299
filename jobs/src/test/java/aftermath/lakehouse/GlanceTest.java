package aftermath.lakehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.pipeline.Table;
import aftermath.testing.SparkSessionForTests;
import io.delta.tables.DeltaTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a glance sees is what Delta reads. */
@ExtendWith(SparkSessionForTests.class)
class GlanceTest {
  private static final Table TABLE =
      Table.table("ops.something")
          .comment("One row per thing")
          .columns("name STRING NOT NULL COMMENT 'what it is called'");

  @TempDir private Path folder;
  private Lakehouse lakehouse;

  @BeforeEach
  void anEmptyWarehouse(SparkSession spark) {
    lakehouse = new Lakehouse(spark, folder.toString());
  }

  @Test
  void aTableThatIsNotThereHasNoRows() {
    assertEquals(List.of(), names(new Glance(lakehouse).rows(TABLE)));
    assertEquals(TABLE.schema(), new Glance(lakehouse).columns(TABLE));
  }

  @Test
  void rowsAreThoseOfTheNewestVersionAndOfAnyBefore(SparkSession spark) {
    add(spark, "a");
    add(spark, "b");
    lakehouse.delete(TABLE, "name = 'a'", lakehouse.note(TABLE, "run", "no a"));
    long newest = lakehouse.version(TABLE).orElseThrow();

    var glance = new Glance(lakehouse);

    assertEquals(List.of("b"), names(glance.rows(TABLE)));
    assertEquals(List.of("a", "b"), names(glance.rowsAsOf(TABLE, newest - 1)));
    assertEquals(List.of("a"), names(glance.rowsAsOf(TABLE, newest - 2)));
  }

  @Test
  void theLogMayHaveBeenPutTogetherAndCutOff(SparkSession spark) {
    add(spark, "day 0");
    spark.sql(
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.checkpointInterval' = '2')"
            .formatted(lakehouse.path(TABLE)));
    for (int day = 1; day < 6; day++) {
      add(spark, "day " + day);
    }
    assertTrue(
        Files.exists(Path.of(lakehouse.path(TABLE), "_delta_log", "_last_checkpoint")),
        "its log has been put together");

    assertEquals(
        names(lakehouse.read(TABLE)), names(new Glance(lakehouse).rows(TABLE)), "with checkpoints");
  }

  @Test
  void oneGlanceSeesOneVersion(SparkSession spark) {
    add(spark, "a");
    var glance = new Glance(lakehouse);
    assertEquals(List.of("a"), names(glance.rows(TABLE)));

    add(spark, "b");

    assertEquals(List.of("a"), names(glance.rows(TABLE)));
    assertEquals(List.of("a", "b"), names(new Glance(lakehouse).rows(TABLE)));
  }

  @Test
  void columnsSayWhatTheyMean(SparkSession spark) {
    add(spark, "a");

    String meaning = new Glance(lakehouse).columns(TABLE).apply("name").getComment().get();

    assertEquals("what it is called", meaning);
  }

  @Test
  void rowsThatAreMarkedAsDeletedInTheirFilesAreNotSeen(SparkSession spark) {
    add(spark, "a");
    String path = lakehouse.path(TABLE);
    DeltaTable.forPath(spark, path).addFeatureSupport("deletionVectors");
    spark.sql(
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')"
            .formatted(path));
    Dataset<Row> two = spark.sql("SELECT explode(array('b', 'c')) AS name").coalesce(1);
    lakehouse.append(TABLE, two, lakehouse.note(TABLE, "run", "two in one file"));
    DeltaTable.forPath(spark, path).delete("name = 'c'");
    assertTrue(
        names(spark.read().parquet(path + "/*.parquet")).contains("c"), "the file still has it");

    assertEquals(List.of("a", "b"), names(new Glance(lakehouse).rows(TABLE)));
  }

  @Test
  void aFolderMayHaveTheSignsOfAPattern(SparkSession spark) {
    lakehouse = new Lakehouse(spark, folder.resolve("of [2025]").toString());
    add(spark, "a");

    assertEquals(List.of("a"), names(new Glance(lakehouse).rows(TABLE)));
  }

  private void add(SparkSession spark, String name) {
    Dataset<Row> row = spark.range(1).select(functions.lit(name).as("name"));
    lakehouse.append(TABLE, row, lakehouse.note(TABLE, "run", name));
  }

  private static List<String> names(Dataset<Row> rows) {
    return rows.select("name").as(Encoders.STRING()).collectAsList().stream().sorted().toList();
  }
}
