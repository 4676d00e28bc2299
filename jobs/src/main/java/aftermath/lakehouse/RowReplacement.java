package aftermath.lakehouse;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import aftermath.pipeline.Changes;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.commands.DMLWithDeletionVectorsHelper$;
import org.apache.spark.sql.delta.commands.DeletionVectorBitmapGenerator$;
import org.apache.spark.sql.delta.commands.DeletionVectorResult;
import org.apache.spark.sql.delta.commands.TouchedFileWithDV;
import org.apache.spark.sql.delta.util.DeltaFileOperations;
import scala.Option;
import scala.collection.immutable.Map;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Puts rows in the place of others, in one commit of a Delta table with deletion vectors. Delta's
 * own MERGE would look for the rows to replace, in two further passes over the whole table; here
 * whoever made the new rows has read the old ones and knows where they lie. That costs a third, and
 * is worth standing on classes that Delta does not call public: {@code
 * jobs/decisions/following-changes.md}.
 */
final class RowReplacement {
  private static final Seq<Expression> NO_CONDITION =
      CollectionConverters.asScala(List.<Expression>of()).toSeq();

  private final SparkSession spark;
  private final DeltaLog log;
  private final OptimisticTransaction transaction;

  private RowReplacement(SparkSession spark, String path) {
    this.spark = spark;
    this.log = DeltaLog.forTable(spark, path);
    this.transaction = log.startTransaction(Option.empty(), Option.empty());
  }

  /**
   * Commits the changes.
   *
   * @return how many rows were written
   */
  static long commit(SparkSession spark, String path, Dataset<Row> changes) {
    return new RowReplacement(spark, path).commit(changes);
  }

  private long commit(Dataset<Row> changes) {
    List<Action> actions = new ArrayList<>(marksOf(Changes.before(changes)));
    long rows = 0;
    for (var file : CollectionConverters.asJava(transaction.writeFiles(Changes.now(changes)))) {
      actions.add(file);
      if (file instanceof AddFile added) {
        rows += (Long) added.numPhysicalRecords().get();
      }
    }
    transaction.commit(
        CollectionConverters.asScala(actions).toSeq(), DeltaOperations.ManualUpdate$.MODULE$);
    return rows;
  }

  /**
   * Each with the path of its file as Spark tells it, by which Delta finds the file again. Of a
   * file that it does not find Delta says so, and nothing is written.
   */
  private Dataset<Row> withPaths(Dataset<Row> replaced, Seq<AddFile> files) {
    List<String> paths =
        CollectionConverters.asJava(files).stream()
            .map(file -> DeltaFileOperations.absolutePath(log.dataPath().toString(), file.path()))
            .map(path -> SparkPath.fromPath(path).urlEncoded())
            .toList();
    Dataset<Row> pathByNumber =
        spark
            .createDataset(paths, Encoders.STRING())
            .select(col("value").as("path"), Changes.fileNumber(col("value")).as("number"));
    Column number = col(Changes.PLACE + ".file");
    return replaced
        .select(Changes.PLACE)
        .join(broadcast(pathByNumber), number.equalTo(col("number")), "left_outer")
        .withColumn("path", coalesce(col("path"), concat(lit("no file has number "), number)));
  }

  /** Files of which rows are replaced, again, with a mark on each of these rows. */
  private List<Action> marksOf(Dataset<Row> replaced) {
    Seq<AddFile> files =
        transaction.filterFiles(
            CollectionConverters.<org.apache.spark.sql.catalyst.expressions.Expression>asScala(
                    List.of())
                .toSeq(),
            true);
    Seq<DeletionVectorResult> marks =
        DeletionVectorBitmapGenerator$.MODULE$.buildRowIndexSetsForFilesMatchingCondition(
            spark,
            transaction,
            true,
            withPaths(replaced, files),
            files,
            Literal.TrueLiteral(),
            Option.apply(col("path")),
            Option.apply(col(Changes.PLACE + ".row_index")));
    Map<String, AddFile> fileByName =
        DMLWithDeletionVectorsHelper$.MODULE$.generateCandidateFileMap(log.dataPath(), files);
    List<Action> actions = new ArrayList<>();
    for (TouchedFileWithDV touched :
        CollectionConverters.asJava(
            DMLWithDeletionVectorsHelper$.MODULE$.findFilesWithMatchingRows(
                transaction, fileByName, marks))) {
      if (touched.isFullyReplaced()) {
        actions.add(touched.fileLogEntry().removeWithTimestamp(System.currentTimeMillis(), true));
      } else {
        var marked = touched.fileLogEntry().removeRows(touched.newDeletionVector(), true, true);
        actions.add(marked._1());
        actions.add(marked._2());
      }
    }
    return actions;
  }
}
