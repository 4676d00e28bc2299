package aftermath.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.types.StructType;

/** Plans every model on empty inputs of their declared columns: mistakes come back in seconds. */
public final class DryRun {
  private DryRun() {}

  /** One sentence per mistake, however many tables have it; empty if the pipeline can run. */
  public static List<String> mistakes(SparkSession spark, Pipeline pipeline) {
    var found = new ArrayList<String>();
    var tablesByReason = new LinkedHashMap<String, List<String>>();
    for (Model model : pipeline.inOrder()) {
      try {
        checked(model, model.transformation().apply(spark, emptyInputs(spark, model)));
        model.following().ifPresent(following -> checkFollowing(spark, model, following));
      } catch (PipelineMistake e) {
        found.add(e.getMessage());
      } catch (Exception e) {
        tablesByReason
            .computeIfAbsent(reason(e), reason -> new ArrayList<>())
            .add(model.table().name());
      }
    }
    tablesByReason.forEach(
        (reason, tables) ->
            found.add(PipelineMistake.cannotBePlanned(tables, reason).getMessage()));
    return found;
  }

  /**
   * The rows, once their columns are seen to be the declared ones.
   *
   * @throws PipelineMistake if they are not
   */
  public static Dataset<Row> checked(Model model, Dataset<Row> rows) {
    return checked(model.table(), rows);
  }

  public static Dataset<Row> checked(Table table, Dataset<Row> rows) {
    String declared = columns(table.schema());
    String made = columns(rows.schema());
    if (!declared.equals(made)) {
      throw PipelineMistake.otherColumns(table, "declared are " + declared + "; made are " + made);
    }
    return rows;
  }

  private static void checkFollowing(SparkSession spark, Model model, Following following) {
    boolean givesChanges = following.outcome() == Following.Outcome.CHANGES;
    Dataset<Row> own = empty(spark, model.table());
    var given =
        new Following.Given(
            givesChanges ? Changes.added(own).drop(Changes.SIGN) : own,
            emptyInputs(spark, model),
            Changes.added(empty(spark, following.input())),
            UnaryOperator.identity());
    Dataset<Row> rows = following.step().apply(given);
    checked(model, givesChanges ? rows.drop(Changes.SIGN, Changes.PLACE) : rows);
  }

  private static Dataset<Row> empty(SparkSession spark, Table table) {
    return spark.createDataFrame(List.<Row>of(), table.schema());
  }

  private static List<Dataset<Row>> emptyInputs(SparkSession spark, Model model) {
    return model.inputs().stream().map(table -> empty(spark, table)).toList();
  }

  private static String columns(StructType schema) {
    var names = new ArrayList<String>();
    for (var field : schema.fields()) {
      names.add(field.name() + " " + field.dataType().catalogString());
    }
    return String.join(", ", names);
  }

  /**
   * What Spark says against a plan, in a line. Its analyser throws a checked exception that its
   * signatures do not declare.
   */
  public static String reason(Exception mistake) {
    if (!(mistake instanceof AnalysisException analysis)) {
      throw new IllegalStateException(mistake);
    }
    String sentence =
        analysis instanceof ParseException ? analysis.getMessage() : analysis.getSimpleMessage();
    return sentence.strip().lines().findFirst().orElse("unknown reason");
  }
}
