package aftermath.lakehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.pipeline.Changes;
import aftermath.pipeline.Table;
import aftermath.testing.Contents;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many small files become few; rows and what is said of them stay. */
@ExtendWith(SparkSessionForTests.class)
class CompactionTest {
  private static final Table TABLE =
      Table.table("silver.things")
          .columns("id BIGINT NOT NULL, name STRING")
          .key("id")
          .changedBy("id");

  private final SparkSession spark;
  private final Lakehouse lakehouse;

  CompactionTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.lakehouse = new Lakehouse(spark, folder.toString());
  }

  @Test
  void rowsAndTheNoteStayAndReplacedRowsStayReplaced() {
    for (int i = 1; i <= 4; i++) {
      Dataset<Row> one = Rows.of(spark, TABLE, "id | name\n%1$d | before %1$d".formatted(i));
      lakehouse.append(TABLE, one, lakehouse.note(TABLE, "run " + i, "basis " + i));
    }
    Dataset<Row> third =
        lakehouse
            .readWithPlaces(TABLE)
            .where("id = 3")
            .withColumn("own", struct(col("id"), col("name")))
            .withColumn("name", lit("now"));
    CommitNote note = lakehouse.note(TABLE, "run 5", "basis 5");
    lakehouse.change(TABLE, Changes.whereChanged(third, TABLE), note);
    List<String> rows = Contents.lines(lakehouse.read(TABLE));
    long version = lakehouse.version(TABLE).orElseThrow();

    lakehouse.compact(TABLE, new Compaction(spark, lakehouse.path(TABLE), 3));

    assertEquals(version + 1, lakehouse.version(TABLE).orElseThrow());
    assertEquals(note, lakehouse.newest(TABLE).orElseThrow().note());
    assertEquals(rows, Contents.lines(lakehouse.read(TABLE)));
    assertEquals(1, lakehouse.read(TABLE).inputFiles().length);
  }

  @Test
  void fewFilesAreLeftAlone() {
    Dataset<Row> one = Rows.of(spark, TABLE, "id | name\n1 | a");
    lakehouse.append(TABLE, one, lakehouse.note(TABLE, "run", "basis"));
    assertFalse(new Compaction(spark, lakehouse.path(TABLE)).isDue());
    lakehouse.append(TABLE, one, lakehouse.note(TABLE, "run", "basis"));
    lakehouse.append(TABLE, one, lakehouse.note(TABLE, "run", "basis"));
    assertTrue(new Compaction(spark, lakehouse.path(TABLE), 1).isDue());
  }
}
