package aftermath.sample;

/**
 * A random order of the numbers below a size that is computed and not stored, in both directions.
 *
 * <p>It mixes within the next power of two by steps that can each be undone, and walks on until the
 * result is small enough: four rounds, on average fewer than two walks.
 */
final class Shuffle {
  private static final int ROUNDS = 4;

  private final long size;
  private final long mask;
  private final int shift;
  private final long[] factor = new long[ROUNDS];
  private final long[] undoing = new long[ROUNDS];
  private final long[] offset = new long[ROUNDS];

  Shuffle(long size, long key) {
    this.size = size;
    int bits = Math.max(4, 64 - Long.numberOfLeadingZeros(Math.max(1, size - 1)));
    this.mask = (1L << bits) - 1;
    this.shift = (bits + 1) / 2;
    for (int round = 0; round < ROUNDS; round++) {
      factor[round] = Randomness.at(key, 2L * round) | 1;
      undoing[round] = inverse(factor[round]);
      offset[round] = Randomness.at(key, 2L * round + 1);
    }
  }

  /** Where a number stands in the random order. */
  long placeOf(long number) {
    long place = number;
    do {
      for (int round = 0; round < ROUNDS; round++) {
        place = (place * factor[round] + offset[round]) & mask;
        place ^= place >>> shift;
      }
    } while (place >= size);
    return place;
  }

  /** The number that stands at a place of the random order. */
  long numberAt(long place) {
    long number = place;
    do {
      for (int round = ROUNDS - 1; round >= 0; round--) {
        number ^= number >>> shift;
        number = ((number - offset[round]) * undoing[round]) & mask;
      }
    } while (number >= size);
    return number;
  }

  /** Newton's iteration doubles the correct low bits with each step. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int step = 0; step < 6; step++) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
