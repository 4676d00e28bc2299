package aftermath.pipeline;

import static aftermath.pipeline.Model.model;
import static aftermath.pipeline.Table.table;
import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aftermath.testing.SparkSessionForTests;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionForTests.class)
class DryRunTest {
  private static final Table FILES = table("bronze.files").columns("name STRING, people BIGINT");
  private static final Table CUBE = table("gold.cube").columns("name STRING, people BIGINT");

  private final SparkSession spark;

  DryRunTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void hasNothingToSayOfAPipelineThatCanRun() {
    assertEquals(
        List.of(), mistakes(model(CUBE).from(FILES).as(files -> files.where("people > 0"))));
  }

  @Test
  void tellsAMisspeltColumnWithWhatSparkSuggests() {
    String mistake = only(model(CUBE).from(FILES).as(files -> files.select("name", "peple")));

    assertTrue(mistake.startsWith("gold.cube cannot be planned: "), mistake);
    assertTrue(mistake.contains("`peple`"), mistake);
    assertTrue(mistake.contains("Did you mean one of the following? [`people`, `name`]"), mistake);
    assertEquals(1, mistake.lines().count());
  }

  @Test
  void tellsAQueryThatIsNoSql() {
    String mistake =
        only(model(CUBE).from(FILES).as(new Query("SELECT name FRM files WHERE x", Map.of())));

    assertTrue(mistake.startsWith("gold.cube cannot be planned: "), mistake);
    assertTrue(mistake.contains("PARSE_SYNTAX_ERROR"), mistake);
    assertEquals(1, mistake.lines().count());
  }

  @Test
  void namesTheColumnsThatDifferFromTheDeclaration() {
    assertEquals(
        "gold.cube does not have the columns it declares: declared are name string, people bigint;"
            + " made are people int, name string.",
        only(
            model(CUBE)
                .from(FILES)
                .as(files -> files.select(col("people").cast("int"), col("name")))));
  }

  @Test
  void tellsAllMistakesAtOnce() {
    Table other = table("gold.other").columns("name STRING");

    assertEquals(
        2,
        mistakes(
                model(CUBE).from(FILES).as(files -> files.drop("name")),
                model(other).from(CUBE).as(cube -> cube.drop("name")))
            .size());
  }

  private String only(Model model) {
    List<String> mistakes = mistakes(model);
    assertEquals(1, mistakes.size(), mistakes::toString);
    return mistakes.get(0);
  }

  private List<String> mistakes(Model... models) {
    return DryRun.mistakes(spark, new Pipeline(List.of(FILES), Arrays.asList(models), List.of()));
  }
}
