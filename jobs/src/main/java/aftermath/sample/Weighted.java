package aftermath.sample;

import java.util.Map;

/** Draws an index by weight with one look into a table. */
final class Weighted {
  private static final int SLOTS = 1 << 14;

  private final short[] table = new short[SLOTS];

  Weighted(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double upTo = 0;
    int slot = 0;
    for (int i = 0; i < weights.length; i++) {
      upTo += weights[i];
      int end = i == weights.length - 1 ? SLOTS : (int) Math.round(upTo / total * SLOTS);
      while (slot < end) {
        table[slot++] = (short) i;
      }
    }
  }

  static Weighted of(Map<?, Double> weights) {
    return new Weighted(weights.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Earlier words of a list are more frequent, as names are, but none is rare. */
  static Weighted falling(int size) {
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      weights[i] = 1.0 / (i + 20);
    }
    return new Weighted(weights);
  }

  int pick(long bits) {
    return table[(int) (bits >>> 50)];
  }
}
