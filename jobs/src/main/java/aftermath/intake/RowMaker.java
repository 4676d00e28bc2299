package aftermath.intake;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Makes the bronze row of a record. The reader fills {@code cells}, one for each slot of the
 * source's layout; they may point into the reader's window, so a row is valid until the next one is
 * read. Spark copies what it holds on to.
 */
abstract class RowMaker {

  /** The record's values by slot; null: absent. */
  final UTF8String[] cells;

  final Undeclared undeclared = new Undeclared();

  /** The columns of the row that is asked for, null for those that are not. */
  protected final Object[] values;

  private final GenericInternalRow row;

  RowMaker(int slots, StructType required) {
    cells = new UTF8String[slots];
    values = new Object[required.length()];
    row = new GenericInternalRow(values);
  }

  /** Whether the slot's value is needed for the row or to judge it. */
  abstract boolean wants(int slot);

  abstract boolean wantsUndeclared();

  /** Makes the row; returns why the record must be set aside instead, or null. */
  abstract String make(long line);

  InternalRow row() {
    return row;
  }
}
