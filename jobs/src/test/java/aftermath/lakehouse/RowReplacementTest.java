package aftermath.lakehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aftermath.pipeline.Changes;
import aftermath.pipeline.Table;
import aftermath.testing.Contents;
import aftermath.testing.Rows;
import aftermath.testing.SparkSessionForTests;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Rows change where they lie, or nothing changes. */
@ExtendWith(SparkSessionForTests.class)
class RowReplacementTest {
  private static final Table TABLE =
      Table.table("silver.things")
          .comment("One row per thing")
          .columns("id BIGINT NOT NULL COMMENT 'number', name STRING NOT NULL COMMENT 'name'")
          .key("id")
          .changedBy("id");

  private final SparkSession spark;
  private final Lakehouse lakehouse;

  RowReplacementTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    // Paths stand in tables and in Delta's log in two ways of writing.
    this.lakehouse = new Lakehouse(spark, folder.resolve("Fälle & 100 % #1").toString());
    Dataset<Row> rows = Rows.of(spark, TABLE, "id | name\n1 | one\n2 | two\n3 | three");
    lakehouse.append(TABLE, rows, note());
  }

  @Test
  void aRowIsReplacedWhateverTheFolderIsCalled() {
    lakehouse.change(TABLE, renamed(col(Changes.PLACE)), note());
    assertEquals(List.of(line(1, "one"), line(2, "now"), line(3, "three")), lines());
  }

  @Test
  void aPlaceInNoFileOfTheTableChangesNothing() {
    Column elsewhere = Changes.place(lit("file:///somewhere/else"), lit(0L));
    assertThrows(Exception.class, () -> lakehouse.change(TABLE, renamed(elsewhere), note()));
    assertEquals(List.of(line(1, "one"), line(2, "two"), line(3, "three")), lines());
  }

  private Dataset<Row> renamed(Column place) {
    return lakehouse
        .readWithPlaces(TABLE)
        .where("id = 2")
        .withColumn("own", struct(col("id"), col("name")))
        .withColumn("name", lit("now"))
        .withColumn(Changes.PLACE, place)
        .transform(rows -> Changes.whereChanged(rows, TABLE));
  }

  private List<String> lines() {
    return Contents.lines(lakehouse.read(TABLE));
  }

  private static String line(int id, String name) {
    return "{\"id\":%d,\"name\":\"%s\"}".formatted(id, name);
  }

  private CommitNote note() {
    return lakehouse.note(TABLE, "run", "basis");
  }
}
