package aftermath.present.dashboard;

import aftermath.lakehouse.Glance;
import aftermath.pipeline.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the rows of a dashboard come from. */
interface Tables {

  /** The rows as they are now; none if the table does not exist. */
  Dataset<Row> rows(Table table);

  /** The rows as they were in an earlier version. */
  Dataset<Row> rowsAsOf(Table table, long version);

  static Tables of(Glance glance) {
    return new Tables() {
      @Override
      public Dataset<Row> rows(Table table) {
        return glance.rows(table);
      }

      @Override
      public Dataset<Row> rowsAsOf(Table table, long version) {
        return glance.rowsAsOf(table, version);
      }
    };
  }
}
