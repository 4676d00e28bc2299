package aftermath.pipeline;

import static aftermath.pipeline.Table.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final Table FILES = table("bronze.files");
  private static final Table PEOPLE = table("silver.people");
  private static final Table CUBE = table("gold.cube");
  private static final Table REPORT = table("gold.report");

  @Test
  void putsEveryModelBehindThoseItReadsFrom() {
    Pipeline pipeline =
        pipeline(model(REPORT, CUBE, PEOPLE), model(CUBE, PEOPLE), model(PEOPLE, FILES));

    assertEquals(List.of(PEOPLE, CUBE, REPORT), tablesInOrder(pipeline));
  }

  @Test
  void keepsTheOrderOfTheListWhereItMay() {
    Pipeline pipeline = pipeline(model(REPORT, FILES), model(CUBE, FILES), model(PEOPLE, FILES));

    assertEquals(List.of(REPORT, CUBE, PEOPLE), tablesInOrder(pipeline));
  }

  @Test
  void refusesTwoWritersOfOneTable() {
    assertRefused(
        "Two models make silver.people; a table has one writer.",
        pipeline(model(PEOPLE, FILES), model(PEOPLE, FILES)));
  }

  @Test
  void refusesAnInputThatNobodyMakes() {
    assertRefused(
        "gold.report reads gold.cube, which no model makes and nobody delivers.",
        pipeline(model(REPORT, CUBE)));
  }

  @Test
  void refusesModelsThatWaitForEachOther() {
    assertRefused(
        "These models wait for each other: gold.cube, gold.report.",
        pipeline(model(PEOPLE, FILES), model(CUBE, REPORT), model(REPORT, CUBE, PEOPLE)));
  }

  @Test
  void refusesAModelThatReadsItself() {
    assertRefused(
        "These models wait for each other: silver.people.", pipeline(model(PEOPLE, PEOPLE)));
  }

  @Test
  void knowsItsTablesByName() {
    Pipeline pipeline = pipeline(model(PEOPLE, FILES));

    assertEquals(List.of(FILES, PEOPLE), pipeline.tables());
    assertEquals(Optional.of(PEOPLE), pipeline.table("silver.people"));
    assertEquals(Optional.empty(), pipeline.table("people"));
  }

  private static void assertRefused(String sentence, Pipeline pipeline) {
    assertEquals(sentence, assertThrows(PipelineMistake.class, pipeline::inOrder).getMessage());
  }

  private static List<Table> tablesInOrder(Pipeline pipeline) {
    List<Table> tables = pipeline.inOrder().stream().map(Model::table).toList();
    assertTrue(IntStream.range(0, tables.size()).allMatch(i -> tables.indexOf(tables.get(i)) == i));
    return tables;
  }

  private static Pipeline pipeline(Model... models) {
    return new Pipeline(List.of(FILES), Arrays.asList(models), List.of());
  }

  private static Model model(Table table, Table... inputs) {
    return new Model(table, List.of(inputs), (spark, rows) -> rows.get(0), "", Optional.empty());
  }
}
