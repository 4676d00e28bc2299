package aftermath.functions;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataTypes;

/**
 * {@code sample_of_keys(keys, one_of)}: about one in {@code one_of} keys, of every row the same
 * ones.
 */
public final class SampleOfKeys extends StaticFunction<ArrayData> {

  SampleOfKeys() {
    super("sample_of_keys", BlockingKeys.KEYS, BlockingKeys.KEYS, DataTypes.LongType);
  }

  @Override
  public boolean isResultNullable() {
    return false;
  }

  /** Called by Spark's generated code. */
  public static ArrayData invoke(ArrayData keys, long oneOf) {
    long[] sample =
        Arrays.stream(keys.toLongArray())
            .filter(key -> Long.remainderUnsigned(mixed(key), oneOf) == 0)
            .toArray();
    return UnsafeArrayData.fromPrimitiveArray(sample);
  }

  /** The remainder of a key itself would tell partitions apart. */
  private static long mixed(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return mixed >>> 17;
  }
}
