package aftermath.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/**
 * What an aggregate has summed up is read by Spark with the loader of its own classes, and a
 * program that was submitted to it lies in another one.
 */
class StatesOnTheirWayTest {

  @Test
  void aProfileIsTheSameWhereOurClassesAreNotKnown() throws Exception {
    StructType columns = new StructType().add("name", DataTypes.StringType);
    var profile = new ProfileOfColumns(Profile.Depth.PROFILE, columns);
    InternalRow row = row(row(UTF8String.fromString("ada@example.org")));
    Serializable once = profile.update(profile.newAggregationState(), row);
    Serializable twice = profile.merge(sent(once), sent(profile.update(sent(once), row)));
    assertEquals(
        3L, profile.produceResult(twice).getStruct(0, 3).getLong(1), "rows that have a value");
  }

  @Test
  void aSetOfKeysIsTheSameWhereOurClassesAreNotKnown() throws Exception {
    var set = new KeySet();
    InternalRow row = row(UnsafeArrayData.fromPrimitiveArray(new long[] {1, 2}), 10L);
    Serializable filled = set.update(sent(set.newAggregationState()), row);
    byte[] here = set.produceResult(filled);
    byte[] there = set.produceResult(set.merge(sent(filled), sent(set.newAggregationState())));
    assertEquals(hex(here), hex(there));
  }

  private static Serializable sent(Serializable state) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(state);
    }
    try (var in = new WithoutOurClasses(bytes.toByteArray())) {
      return (Serializable) in.readObject();
    }
  }

  private static final class WithoutOurClasses extends ObjectInputStream {
    WithoutOurClasses(byte[] bytes) throws java.io.IOException {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass type)
        throws java.io.IOException, ClassNotFoundException {
      if (type.getName().startsWith("aftermath.")) {
        throw new ClassNotFoundException(type.getName());
      }
      return super.resolveClass(type);
    }
  }

  private static InternalRow row(Object... values) {
    return new GenericInternalRow(values);
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
