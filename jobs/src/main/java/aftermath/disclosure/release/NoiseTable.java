package aftermath.disclosure.release;

/**
 * How much noise a count gets: of all distributions that on average add nothing, have this variance
 * and never make a count negative, the least predictable one. Its probabilities are exp(a d + b d²)
 * up to a factor, with a and b found by Newton's method.
 *
 * <p>Giessing, Tent (2019): Concepts for generalising tools implementing the cell key method to the
 * case of continuous variables. UNECE Expert Meeting on Statistical Data Confidentiality; after
 * Thompson, Broadfoot, Elazar (2013) for the Australian census.
 */
final class NoiseTable {
  private static final int MOST_STEPS = 200;
  private static final double EXACT = 1e-12;

  private final int most;
  private final double[][] cumulative;

  /**
   * @param most no count is changed by more
   * @param variance of the noise; of small counts, which cannot fall below zero, it is less
   */
  NoiseTable(int most, double variance) {
    this.most = most;
    this.cumulative = new double[most + 1][];
    for (int count = 1; count <= most; count++) {
      cumulative[count] = cumulative(probabilities(count, most, variance));
    }
  }

  /**
   * The noise of a count.
   *
   * @param chance from 0 up to, but not including, 1
   */
  int of(long count, double chance) {
    int row = (int) Math.min(count, most);
    int noise = 0;
    while (chance >= cumulative[row][noise]) {
      noise++;
    }
    return noise - row;
  }

  /** Of the noises from minus the count up to the most. */
  static double[] probabilities(int count, int most, double variance) {
    int size = count + most + 1;
    // A count of one can lose one at most: with less room there is less noise.
    double wanted = Math.min(variance, 0.5 * count * most);
    double a = 0;
    double b = -1 / (2 * wanted);
    var p = new double[size];
    for (int step = 0; step < MOST_STEPS; step++) {
      fill(p, count, a, b);
      double[] moment = moments(p, count);
      double missingMean = -moment[1];
      double missingSquare = wanted - moment[2];
      if (Math.abs(missingMean) < EXACT && Math.abs(missingSquare) < EXACT) {
        break;
      }
      double aa = moment[2] - moment[1] * moment[1];
      double ab = moment[3] - moment[1] * moment[2];
      double bb = moment[4] - moment[2] * moment[2];
      double determinant = aa * bb - ab * ab;
      double stepA = (bb * missingMean - ab * missingSquare) / determinant;
      double stepB = (aa * missingSquare - ab * missingMean) / determinant;
      // Far from the solution a whole step may lead away.
      double damping = Math.min(1, 0.5 / Math.max(Math.abs(stepA), Math.abs(stepB)));
      a += damping * stepA;
      b += damping * stepB;
    }
    return p;
  }

  private static void fill(double[] p, int count, double a, double b) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      int d = i - count;
      p[i] = Math.exp(a * d + b * d * d);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
  }

  private static double[] moments(double[] p, int count) {
    var moments = new double[5];
    for (int i = 0; i < p.length; i++) {
      double power = p[i];
      for (int k = 0; k < moments.length; k++) {
        moments[k] += power;
        power *= i - count;
      }
    }
    return moments;
  }

  private static double[] cumulative(double[] p) {
    var cumulative = new double[p.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i];
      cumulative[i] = sum;
    }
    cumulative[p.length - 1] = 1;
    return cumulative;
  }
}
