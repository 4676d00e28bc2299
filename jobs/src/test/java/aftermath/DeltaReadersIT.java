package aftermath;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.lakehouse.Lakehouse;
import aftermath.pipeline.Column;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Table;
import aftermath.testing.DemoRun;
import aftermath.testing.DemoWarehouse;
import aftermath.testing.KernelReader;
import aftermath.testing.SparkSessionForTests;
import aftermath.testing.StandaloneReader;
import aftermath.testing.TableRead;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Any Delta reader reads the tables that people look at, and nobody can write nonsense to them. */
@ExtendWith({SparkSessionForTests.class, DemoRun.class})
class DeltaReadersIT {
  private static final String ROWS = "how many rows";

  @Test
  void theOldestReadersMayReadGoldAndOps(DemoRun.Done demo) {
    for (Table table : lookedAt(demo.warehouse())) {
      Row detail = detail(demo.warehouse(), table);
      assertEquals(1, detail.<Integer>getAs("minReaderVersion"), table.name());
      List<String> features = detail.getList(detail.fieldIndex("tableFeatures"));
      assertTrue(
          features.stream().noneMatch(feature -> feature.matches("deletionVectors|v2Checkpoint")),
          () -> table.name() + " " + features);
      Map<String, String> properties = detail.getJavaMap(detail.fieldIndex("properties"));
      assertEquals("false", properties.get("delta.enableDeletionVectors"), table.name());
      assertEquals("classic", properties.get("delta.checkpointPolicy"), table.name());
    }
  }

  @Test
  void noTableHasADeletionVector(DemoRun.Done demo) throws IOException {
    for (Table table : lookedAt(demo.warehouse())) {
      Path log = Path.of(demo.warehouse().lakehouse().path(table), "_delta_log");
      try (var commits = Files.newDirectoryStream(log, "*.json")) {
        for (Path commit : commits) {
          assertTrue(!Files.readString(commit).contains("\"storageType\""), commit::toString);
        }
      }
    }
  }

  @Test
  void everyDeclarationIsInDelta(DemoRun.Done demo) {
    for (Table table : demo.warehouse().pipeline().tables()) {
      Row detail = detail(demo.warehouse(), table);
      assertEquals(table.comment(), detail.getAs("description"), table.name());
      Map<String, String> properties = detail.getJavaMap(detail.fieldIndex("properties"));
      table
          .checks()
          .forEach(
              (name, check) ->
                  assertEquals(check, properties.get("delta.constraints." + name), table.name()));
      Dataset<Row> stored = stored(demo.warehouse(), table);
      for (Column column : table.columns()) {
        StructField field = stored.schema().apply(column.name());
        assertEquals(column.comment(), field.getComment().getOrElse(() -> ""), column.name());
      }
    }
  }

  @Test
  void deltaKernelReadsTheSame(DemoRun.Done demo) throws IOException {
    for (Table table : lookedAt(demo.warehouse())) {
      assertReadsTheSame(demo, table, KernelReader.read(demo.warehouse().lakehouse().path(table)));
    }
  }

  @Test
  void deltaStandaloneReadsTheSame(DemoRun.Done demo) throws IOException {
    for (Table table : lookedAt(demo.warehouse())) {
      assertReadsTheSame(
          demo, table, StandaloneReader.read(demo.warehouse().lakehouse().path(table)));
    }
  }

  @Test
  void aRowThatBreaksACheckIsRefused(DemoRun.Done demo) {
    for (Table table : demo.warehouse().tables(Layer.GOLD)) {
      for (String check : table.checks().values()) {
        Dataset<Row> wrong = withNonsense(table, check, stored(demo.warehouse(), table).limit(1));
        assertEquals(1, wrong.where("NOT (" + check + ")").count(), check);
        assertThrows(Exception.class, () -> append(demo.warehouse(), table, wrong), check);
      }
    }
  }

  @Test
  void aMissingValueIsRefused(DemoRun.Done demo) {
    for (Table table : demo.warehouse().tables(Layer.GOLD)) {
      Column required =
          table.columns().stream().filter(Column::isRequired).findFirst().orElseThrow();
      Dataset<Row> wrong =
          stored(demo.warehouse(), table)
              .limit(1)
              .withColumn(required.name(), functions.lit(null).cast(required.field().dataType()));
      assertThrows(Exception.class, () -> append(demo.warehouse(), table, wrong), table.name());
    }
  }

  /** Negative numbers, each above the one before it, in the columns that a check speaks of. */
  private static Dataset<Row> withNonsense(Table table, String check, Dataset<Row> rows) {
    Dataset<Row> wrong = rows;
    int value = -100;
    for (Column column : table.columns()) {
      if (check.contains(column.name())) {
        wrong =
            wrong.withColumn(column.name(), functions.lit(value++).cast(column.field().dataType()));
      }
    }
    return wrong;
  }

  private static void assertReadsTheSame(DemoRun.Done demo, Table table, TableRead read) {
    Dataset<Row> rows = stored(demo.warehouse(), table);
    assertEquals(List.of(rows.columns()), read.columns(), table.name());
    Row figures = figures(rows);
    assertEquals(figures.<Long>getAs(ROWS), read.rows(), table.name());
    for (String column : numbers(rows)) {
      double sum = figures.getAs(column);
      assertEquals(
          sum,
          read.sums().getOrDefault(column, 0D),
          1e-9 * Math.abs(sum),
          table.name() + " " + column);
    }
  }

  private static void append(DemoWarehouse warehouse, Table table, Dataset<Row> rows) {
    rows.write().format("delta").mode("append").save(warehouse.lakehouse().path(table));
  }

  private static List<Table> lookedAt(DemoWarehouse warehouse) {
    return warehouse.tables(Layer.GOLD, Layer.OPS);
  }

  private static Row detail(DemoWarehouse warehouse, Table table) {
    Lakehouse lakehouse = warehouse.lakehouse();
    return DeltaTable.forPath(lakehouse.spark(), lakehouse.path(table)).detail().head();
  }

  private static Dataset<Row> stored(DemoWarehouse warehouse, Table table) {
    Lakehouse lakehouse = warehouse.lakehouse();
    return lakehouse.spark().read().format("delta").load(lakehouse.path(table));
  }

  /** How many rows, and the sum of each column that holds numbers. */
  private static Row figures(Dataset<Row> rows) {
    org.apache.spark.sql.Column[] sums =
        numbers(rows).stream()
            .map(
                column ->
                    functions
                        .coalesce(
                            functions.sum(col("`" + column + "`").cast("double")),
                            functions.lit(0D))
                        .as(column))
            .toArray(org.apache.spark.sql.Column[]::new);
    return rows.agg(functions.count(functions.lit(1)).as(ROWS), sums).head();
  }

  private static List<String> numbers(Dataset<Row> rows) {
    return Stream.of(rows.schema().fields())
        .filter(field -> field.dataType() instanceof NumericType)
        .map(StructField::name)
        .toList();
  }
}
