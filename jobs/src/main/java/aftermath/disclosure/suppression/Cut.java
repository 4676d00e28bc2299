package aftermath.disclosure.suppression;

import java.util.Arrays;
import java.util.BitSet;

/**
 * An inequality that every pattern which averts a threat meets: of these cells so many must be
 * suppressed that their weights add up to one.
 */
@SuppressWarnings("ArrayRecordComponent")
record Cut(int[] cells, double[] weights) {

  double reachedBy(double[] parts) {
    double sum = 0;
    for (int i = 0; i < cells.length; i++) {
      sum += weights[i] * parts[cells[i]];
    }
    return sum;
  }

  double reachedBy(BitSet suppressed) {
    double sum = 0;
    for (int i = 0; i < cells.length; i++) {
      sum += suppressed.get(cells[i]) ? weights[i] : 0;
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cut cut
        && Arrays.equals(cells, cut.cells)
        && Arrays.equals(weights, cut.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(cells) + Arrays.hashCode(weights);
  }
}
