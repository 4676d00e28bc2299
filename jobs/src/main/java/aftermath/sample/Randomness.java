package aftermath.sample;

/**
 * SplitMix64 used as a function: the bits at a place of a stream depend on the seed, the stream's
 * purpose and the place alone, so that any thread can make any person without knowing the others.
 */
final class Randomness {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Randomness() {}

  /** The key of the stream for one purpose. */
  static long stream(long seed, String purpose) {
    long key = mix(seed + GOLDEN);
    for (int i = 0; i < purpose.length(); i++) {
      key = mix(key + GOLDEN * (purpose.charAt(i) + 1));
    }
    return key;
  }

  /** The 64 bits at one place of a stream. */
  static long at(long stream, long place) {
    return mix(stream + place * GOLDEN);
  }

  /** Well-mixed bits made of others. */
  static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number from 0 to 1, without 1. */
  static double share(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  /** A number from 0 to the bound, without the bound. */
  static int below(long bits, int bound) {
    return (int) (((bits >>> 32) * bound) >>> 32);
  }
}
