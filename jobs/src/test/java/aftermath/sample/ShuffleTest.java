package aftermath.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ShuffleTest {

  @Property(tries = 200)
  void givesEveryNumberAPlaceOfItsOwn(
      @ForAll @IntRange(min = 1, max = 3000) int size, @ForAll long key) {
    Shuffle shuffle = new Shuffle(size, key);
    BitSet places = new BitSet();
    for (int number = 0; number < size; number++) {
      places.set((int) shuffle.placeOf(number));
    }
    assertEquals(size, places.cardinality());
    assertEquals(size, places.length());
  }

  @Property
  void findsTheWayBack(
      @ForAll @LongRange(min = 1, max = 1L << 50) long size,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long number,
      @ForAll long key) {
    Shuffle shuffle = new Shuffle(size, key);
    assertEquals(number % size, shuffle.numberAt(shuffle.placeOf(number % size)));
  }
}
