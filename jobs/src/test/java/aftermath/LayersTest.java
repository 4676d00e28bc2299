package aftermath;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.functions.PseudonymKey;
import aftermath.incident.IncidentFile;
import aftermath.pipeline.Column;
import aftermath.pipeline.DryRun;
import aftermath.pipeline.Layer;
import aftermath.pipeline.Model;
import aftermath.pipeline.Pipeline;
import aftermath.pipeline.Table;
import aftermath.testing.IncidentFiles;
import aftermath.testing.SparkSessionForTests;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the tables of every incident file of the repository. */
@ExtendWith(SparkSessionForTests.class)
class LayersTest {
  private static final String SNAKE_CASE = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

  /** Types that Trino or the oldest Delta readers cannot read. */
  private static final Set<String> UNREADABLE =
      Set.of("timestamp_ntz", "variant", "void", "interval", "time", "geometry", "geography");

  static List<Path> incidentFiles() {
    return IncidentFiles.all();
  }

  @ParameterizedTest
  @MethodSource("incidentFiles")
  void layersOnlyPointDown(Path file) {
    for (Model model : pipelineOf(file).models()) {
      for (Table input : model.inputs()) {
        assertTrue(
            model.table().layer().mayRead(input.layer()),
            () -> model.table().name() + " may not read " + input.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("incidentFiles")
  void everyTableAndEveryColumnSaysWhatItMeans(Path file) {
    for (Table table : pipelineOf(file).tables()) {
      assertTrue(table.comment().startsWith("One row"), table.name() + " lacks its grain");
      for (Column column : table.columns()) {
        assertFalse(column.comment().isBlank(), table.name() + "." + column.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("incidentFiles")
  void everyNameIsInSnakeCase(Path file) {
    for (Table table : pipelineOf(file).tables()) {
      assertTrue(table.shortName().matches(SNAKE_CASE), table.name());
      for (Column column : table.columns()) {
        assertTrue(column.name().matches(SNAKE_CASE), table.name() + "." + column.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("incidentFiles")
  void noTableHasAColumnTwice(Path file) {
    for (Table table : pipelineOf(file).tables()) {
      assertEquals(table.columns().size(), new HashSet<>(table.columnNames()).size(), table.name());
    }
  }

  @ParameterizedTest
  @MethodSource("incidentFiles")
  void keysAndPersonalColumnsAreColumns(Path file) {
    for (Table table : pipelineOf(file).tables()) {
      assertTrue(table.columnNames().containsAll(table.key()), table.name());
      assertTrue(table.columnNames().containsAll(table.personal()), table.name());
    }
  }

  @ParameterizedTest
  @MethodSource("incidentFiles")
  void noGoldTableHoldsAPerson(Path file) {
    gold(file).forEach(table -> assertEquals(Set.of(), table.personal(), table.name()));
  }

  @ParameterizedTest
  @MethodSource("incidentFiles")
  void everyGoldTableHasAKeyOrASingleRow(Path file) {
    gold(file)
        .forEach(
            table ->
                assertTrue(
                    !table.key().isEmpty() || table.comment().startsWith("One row:"),
                    table.name()));
  }

  @ParameterizedTest
  @MethodSource("incidentFiles")
  void everyReaderReadsTheTypesOfGoldAndOps(Path file) {
    pipelineOf(file).tables().stream()
        .filter(table -> table.layer() == Layer.GOLD || table.layer() == Layer.OPS)
        .flatMap(table -> table.columns().stream())
        .forEach(
            column ->
                assertTrue(
                    Stream.of(column.field().dataType().catalogString().split("\\W+"))
                        .noneMatch(UNREADABLE::contains),
                    () -> column.name() + " " + column.type()));
  }

  @ParameterizedTest
  @MethodSource("incidentFiles")
  void everyModelCanBePlanned(Path file, SparkSession spark) {
    assertEquals(List.of(), DryRun.mistakes(spark, pipelineOf(file)));
  }

  @ParameterizedTest
  @MethodSource("incidentFiles")
  void everyCheckIsACondition(Path file, SparkSession spark) {
    assertAll(
        pipelineOf(file).tables().stream()
            .flatMap(
                table ->
                    table.checks().values().stream()
                        .map(
                            check ->
                                () ->
                                    spark
                                        .createDataFrame(List.of(), table.schema())
                                        .where(check))));
  }

  private static Pipeline pipelineOf(Path file) {
    return BreachPipeline.of(IncidentFile.read(file), PseudonymKey.NONE);
  }

  private static Stream<Table> gold(Path file) {
    return pipelineOf(file).tables().stream().filter(table -> table.layer() == Layer.GOLD);
  }
}
