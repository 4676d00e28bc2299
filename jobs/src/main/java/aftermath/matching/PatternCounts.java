package aftermath.matching;

/**
 * How often pairs agree in which way, by the rules under which they meet: open addressing over
 * plain arrays, for millions of pairs are counted and no object is to be made of any.
 */
public final class PatternCounts {
  private static final int FEWEST = 1024;

  private long[] rules = new long[FEWEST];
  private long[] patterns = new long[FEWEST];
  private long[] pairs = new long[FEWEST];
  private double[] rarities = new double[FEWEST];
  private double[] ownRarities = new double[FEWEST];
  private int size;

  /** What is done with a count. */
  public interface Counted {
    /** The last two are sums over the pairs. */
    void see(long rules, long pattern, long pairs, double rarity, double ownRarity);
  }

  /** Counts a pair that meets under these rules. */
  public void add(long met, Finding finding) {
    int slot = slot(met, finding.pattern());
    if (pairs[slot] == 0) {
      if (2 * ++size > pairs.length) {
        grow();
        slot = slot(met, finding.pattern());
      }
      rules[slot] = met;
      patterns[slot] = finding.pattern();
    }
    pairs[slot]++;
    // Rarities are whole parts of a bit: their sum is the same in any order.
    rarities[slot] += finding.rarity();
    ownRarities[slot] += finding.ownRarity();
  }

  public void forEach(Counted counted) {
    for (int slot = 0; slot < pairs.length; slot++) {
      if (pairs[slot] > 0) {
        counted.see(rules[slot], patterns[slot], pairs[slot], rarities[slot], ownRarities[slot]);
      }
    }
  }

  private int slot(long met, long pattern) {
    long mixed = (met * 0x9E3779B97F4A7C15L ^ pattern) * 0xC2B2AE3D27D4EB4FL;
    int slot = (int) (mixed >>> 32) & pairs.length - 1;
    while (pairs[slot] > 0 && (rules[slot] != met || patterns[slot] != pattern)) {
      slot = slot + 1 & pairs.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] oldRules = rules;
    long[] oldPatterns = patterns;
    long[] oldPairs = pairs;
    double[] oldRarities = rarities;
    double[] oldOwnRarities = ownRarities;
    int length = 2 * oldPairs.length;
    rules = new long[length];
    patterns = new long[length];
    pairs = new long[length];
    rarities = new double[length];
    ownRarities = new double[length];
    for (int old = 0; old < oldPairs.length; old++) {
      if (oldPairs[old] > 0) {
        int slot = slot(oldRules[old], oldPatterns[old]);
        rules[slot] = oldRules[old];
        patterns[slot] = oldPatterns[old];
        pairs[slot] = oldPairs[old];
        rarities[slot] = oldRarities[old];
        ownRarities[slot] = oldOwnRarities[old];
      }
    }
  }
}
