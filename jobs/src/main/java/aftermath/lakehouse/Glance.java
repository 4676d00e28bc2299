package aftermath.lakehouse;

import aftermath.pipeline.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A look at many small tables. To find out which files a table has takes Delta a job or two of
 * Spark, which is most of the work if they are few; here their logs are read without Spark, once
 * for each table, so that whoever asks twice is answered from the same version.
 */
public final class Glance {
  private final Lakehouse lakehouse;
  private final Map<Table, TableFiles> seen = new ConcurrentHashMap<>();

  public Glance(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  /** The rows, in the declared columns; none if the table does not exist. */
  public Dataset<Row> rows(Table table) {
    if (lakehouse.log(table).leavesNothing()) {
      return lakehouse.read(table);
    }
    TableFiles files = files(table);
    return files.isPlain() ? rows(files).select(Lakehouse.declared(table)) : lakehouse.read(table);
  }

  /** The rows as they were in an earlier version. */
  public Dataset<Row> rowsAsOf(Table table, long version) {
    TableFiles files = TableFiles.of(hadoop(), lakehouse.path(table), Optional.of(version));
    return files.isPlain() ? rows(files) : lakehouse.readAsOf(table, Long.toString(version));
  }

  /** The columns as the table itself tells them, which may be older than the program. */
  public StructType columns(Table table) {
    return lakehouse.version(table).isPresent() ? files(table).schema() : table.schema();
  }

  private TableFiles files(Table table) {
    return seen.computeIfAbsent(
        table, each -> TableFiles.of(hadoop(), lakehouse.path(each), Optional.empty()));
  }

  private Dataset<Row> rows(TableFiles files) {
    SparkSession spark = lakehouse.spark();
    return files.files().isEmpty()
        ? spark.createDataFrame(List.<Row>of(), files.schema())
        : spark.read().schema(files.schema()).parquet(files.files().toArray(String[]::new));
  }

  private Configuration hadoop() {
    return lakehouse.spark().sparkContext().hadoopConfiguration();
  }
}
