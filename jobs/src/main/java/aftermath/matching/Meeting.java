package aftermath.matching;

import java.io.Serializable;
import java.util.List;

/**
 * Under which blocking rules two looks meet: both are looked up under it, and they agree on what it
 * asks for. A pair that meets under several rules is looked at under the first of them, so that it
 * is looked at once and nobody has to find out what was seen already.
 */
public final class Meeting implements Serializable {
  private static final long serialVersionUID = 1L;

  private final BlockingRule[] rules;

  /**
   * @param rules in the order of the bits of {@link Look#rules()}
   */
  public Meeting(List<BlockingRule> rules) {
    this.rules = rules.toArray(BlockingRule[]::new);
  }

  /** Whether a pair that has the key of one rule in common meets under none before it. */
  public boolean isFirst(int rule, Look one, Look other) {
    long both = one.rules() & other.rules() & (1L << rule) - 1;
    for (long left = both; left != 0; left &= left - 1) {
      if (one.values().agree(other.values(), rules[Long.numberOfTrailingZeros(left)])) {
        return false;
      }
    }
    return true;
  }

  /** Bit per rule under which a pair meets. */
  public long rules(Look one, Look other) {
    long met = 0;
    for (long left = one.rules() & other.rules(); left != 0; left &= left - 1) {
      int rule = Long.numberOfTrailingZeros(left);
      met |= one.values().agree(other.values(), rules[rule]) ? 1L << rule : 0;
    }
    return met;
  }
}
