package aftermath.intake;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Makes the rows of what was set aside. */
final class RejectedRow {

  static final StructType SCHEMA =
      new StructType()
          .add("delivery_id", "string", false)
          .add("role", "string", false)
          .add("file", "string", false)
          .add("line", "bigint", false)
          .add("reason", "string", false)
          .add("text", "string", false);

  private final String role;
  private final String[] columns;

  RejectedRow(String role, StructType required) {
    this.role = role;
    columns = required.fieldNames();
  }

  InternalRow of(DeliveredFile file, RecordReader reader) {
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] =
          switch (columns[i]) {
            case "delivery_id" -> UTF8String.fromString(file.deliveryId());
            case "role" -> UTF8String.fromString(role);
            case "file" -> UTF8String.fromString(file.name());
            case "line" -> reader.line();
            case "reason" -> UTF8String.fromString(reader.reason());
            default -> UTF8String.fromString(reader.text());
          };
    }
    return new GenericInternalRow(values);
  }
}
