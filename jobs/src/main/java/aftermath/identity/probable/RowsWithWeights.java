package aftermath.identity.probable;

import static org.apache.spark.sql.functions.array_agg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows of a partition of which the first brings the learnt weights along: all rows need them, and
 * carrying them in every row would cost more than the work.
 */
final class RowsWithWeights implements Iterator<Row> {
  private final Iterator<Row> rows;
  private final List<Row> weights;
  private Row first;

  /**
   * @param rows as {@link #brought} made them
   */
  RowsWithWeights(Iterator<Row> rows) {
    this.rows = rows;
    this.first = rows.hasNext() ? rows.next() : null;
    this.weights = first == null ? List.of() : first.getList(first.length() - 1);
  }

  /** Adds the weights as the last column, in the first row of every partition. */
  static Dataset<Row> brought(Dataset<Row> rows, Dataset<Row> weights) {
    Column all = weights.agg(array_agg(struct(col("*")))).scalar();
    // Its lower 33 bits number the rows of a partition.
    Column isFirst = expr("monotonically_increasing_id() & 8589934591 = 0");
    return rows.withColumn("weights", when(isFirst, all));
  }

  /** Rows of {@link LearntWeights}; none if there are no rows to weigh. */
  List<Row> weights() {
    return weights;
  }

  @Override
  public boolean hasNext() {
    return first != null || rows.hasNext();
  }

  @Override
  public Row next() {
    if (first == null && !rows.hasNext()) {
      throw new NoSuchElementException();
    }
    Row next = first == null ? rows.next() : first;
    first = null;
    return next;
  }
}
