package aftermath.functions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.junit.jupiter.api.Test;

class KeySetTest {
  private static final int KEYS = 10_000;

  private final KeySet keySet = new KeySet();

  @Test
  void everyKeyOfTheSetIsFoundAndFewStrangersAre() {
    long[] members = new Random(1).longs(KEYS).toArray();
    byte[] set = setOf(members);

    assertTrue(LongStream.of(members).allMatch(key -> SharesAKey.invoke(set, keys(key))));
    long strangers =
        new Random(2).longs(KEYS).filter(key -> SharesAKey.invoke(set, keys(key))).count();
    assertTrue(strangers < KEYS / 50, () -> strangers + " strangers pass");
  }

  @Test
  void oneSharedKeyIsEnough() {
    byte[] set = setOf(1, 2, 3);

    assertTrue(SharesAKey.invoke(set, keys(17, 2)));
    assertFalse(SharesAKey.invoke(set, keys()));
  }

  @Test
  void aSetOfNothingHoldsNothing() {
    byte[] set = keySet.produceResult(keySet.newAggregationState());

    assertNull(set);
    assertFalse(SharesAKey.invoke(set, keys(1)));
  }

  @Test
  void partsThatAreMergedAreTheWhole() {
    Serializable merged = keySet.merge(keySet.newAggregationState(), filterOf(1, 2));
    merged = keySet.merge(merged, filterOf(3));
    merged = keySet.merge(merged, keySet.newAggregationState());

    assertArrayEquals(setOf(1, 2, 3), keySet.produceResult(merged));
  }

  private byte[] setOf(long... members) {
    return keySet.produceResult(filterOf(members));
  }

  private Serializable filterOf(long... members) {
    InternalRow row = InternalRow.fromSeq(seq(keys(members), (long) KEYS));
    return keySet.update(keySet.newAggregationState(), row);
  }

  private static scala.collection.immutable.Seq<Object> seq(Object... values) {
    return scala.jdk.javaapi.CollectionConverters.asScala(java.util.List.of(values)).toSeq();
  }

  private static ArrayData keys(long... keys) {
    return UnsafeArrayData.fromPrimitiveArray(keys);
  }
}
