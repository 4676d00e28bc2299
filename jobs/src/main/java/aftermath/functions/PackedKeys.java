package aftermath.functions;

import java.nio.ByteBuffer;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;

/**
 * {@code packed_keys(keys)}: the keys of a row as bytes, eight each, so that Java code gets them
 * without an object for every one.
 */
public final class PackedKeys extends StaticFunction<byte[]> {

  PackedKeys() {
    super("packed_keys", DataTypes.BinaryType, BlockingKeys.KEYS);
  }

  @Override
  public boolean isResultNullable() {
    return false;
  }

  /** Called by Spark's generated code. */
  public static byte[] invoke(ArrayData keys) {
    int count = keys.numElements();
    ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES);
    for (int at = 0; at < count; at++) {
      bytes.putLong(keys.getLong(at));
    }
    return bytes.array();
  }
}
