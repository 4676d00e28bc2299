package aftermath.functions;

import aftermath.matching.Values;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;

/** {@code packed_values(values)}: compared values as {@link Values} packs them. */
public final class PackedValues extends StaticFunction<byte[]> {

  PackedValues() {
    super("packed_values", DataTypes.BinaryType, DataTypes.createArrayType(DataTypes.StringType));
  }

  @Override
  public boolean isResultNullable() {
    return false;
  }

  /** Called by Spark's generated code. */
  public static byte[] invoke(ArrayData values) {
    var texts = new byte[values.numElements()][];
    for (int at = 0; at < texts.length; at++) {
      texts[at] = values.isNullAt(at) ? null : values.getUTF8String(at).getBytes();
    }
    return Values.packed(texts);
  }
}
