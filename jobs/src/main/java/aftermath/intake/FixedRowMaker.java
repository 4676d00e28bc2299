package aftermath.intake;

import java.util.Arrays;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Makes rows of a table that looks the same in every incident; its first columns say where from.
 */
abstract class FixedRowMaker extends RowMaker {
  private static final int DELIVERY_ID = 0;
  private static final int LINE = 1;

  private final int[] ordinals;

  /**
   * @param schema the whole table
   * @param required the columns that are asked for
   */
  FixedRowMaker(int slots, StructType schema, StructType required, String deliveryId) {
    super(slots, required);
    ordinals = new int[schema.length()];
    Arrays.fill(ordinals, -1);
    StructField[] fields = required.fields();
    for (int i = 0; i < fields.length; i++) {
      ordinals[schema.fieldIndex(fields[i].name())] = i;
    }
    put(DELIVERY_ID, UTF8String.fromString(deliveryId));
  }

  @Override
  boolean wants(int slot) {
    return true;
  }

  @Override
  boolean wantsUndeclared() {
    return false;
  }

  protected void putLine(long line) {
    put(LINE, line);
  }

  protected void put(int column, Object value) {
    if (ordinals[column] >= 0) {
      values[ordinals[column]] = value;
    }
  }
}
