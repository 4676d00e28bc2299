package aftermath.lakehouse;

import aftermath.pipeline.Table;
import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import org.apache.spark.sql.SparkSession;

/** Brings a table's declaration into Delta: columns, comments, keys, checks, layout. */
final class TableMigration {
  private final SparkSession spark;
  private final String path;

  TableMigration(SparkSession spark, String path) {
    this.spark = spark;
    this.path = path;
  }

  /** Makes the table anew, without rows, in one commit; earlier versions stay readable. */
  void declare(Table table, CommitNote note) {
    DeltaTableBuilder builder =
        DeltaTable.createOrReplace(spark)
            .location(path)
            .comment(table.comment())
            .addColumns(table.schema())
            .property("aftermath.table", table.name())
            .property("aftermath.key", String.join(", ", table.key()))
            // Gold must stay readable by every Delta reader, the oldest included.
            .property("delta.enableDeletionVectors", "false")
            .property("delta.checkpointPolicy", "classic");
    if (!Lakehouse.isSmall(table)) {
      // Statistics cost as much as writing; only the delivery is ever filtered on.
      builder = builder.property("delta.dataSkippingNumIndexedCols", "1");
    }
    for (var check : table.checks().entrySet()) {
      builder = builder.property("delta.constraints." + check.getKey(), check.getValue());
    }
    builder.execute();
  }
}
