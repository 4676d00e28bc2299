package aftermath.identity.probable;

import aftermath.functions.BlockingKeys;
import aftermath.matching.Agreement;
import aftermath.matching.BlockingRule;
import aftermath.matching.Comparisons;
import aftermath.matching.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Compares all rows of a block with each other. Rows come sorted by key, so that one block is in
 * memory at a time, and of a block that is too large only its size.
 *
 * <p>A row is key, bits of the rules in use, and the columns of a {@link Look}. A result is
 * profile, other, owner, rules, pattern, rarity, own_rarity; of a block that was left out: the
 * rule's bit in rules and its rows in pattern, the key in other, and no profile.
 */
final class PairsOfBlocks implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** Which pairs of a block are looked at. */
  enum Pairing {
    LOOSE_WITH_LOOSE,
    LOOSE_WITH_KNOWN
  }

  /** Known people per loose record in a full block: these pairs grow in one direction only. */
  private static final int KNOWN_FOR_EACH = 10;

  private final Comparisons comparisons;
  private final List<BlockingRule> rules;
  private final int singles;
  private final int largest;
  private final Pairing pairing;

  PairsOfBlocks(Comparisons comparisons, Blocking blocking, int largest, Pairing pairing) {
    this.pairing = pairing;
    this.comparisons = comparisons;
    this.rules = new ArrayList<>(blocking.rules());
    this.singles = blocking.singles();
    this.largest = largest;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new RowsByGroup(rows, this::pairs);
  }

  private List<Row> pairs(Iterator<Row> rows) {
    var block = new Block(largest, (long) largest * KNOWN_FOR_EACH);
    rows.forEachRemaining(block::add);
    var pairs = new ArrayList<Row>();
    if (block.isTooLarge()) {
      pairs.add(leftOut(block));
    } else if (pairing == Pairing.LOOSE_WITH_LOOSE) {
      among(block, pairs);
    } else {
      between(block, pairs);
    }
    return pairs;
  }

  /** Rows with one key; of more than fit, the number. */
  private static final class Block {
    private final List<Look> loose = new ArrayList<>();
    private final List<Look> known = new ArrayList<>();
    private final long mostLoose;
    private final long mostKnown;
    private long looseRows;
    private long knownRows;
    private long key;
    private long inUse;

    Block(long mostLoose, long mostKnown) {
      this.mostLoose = mostLoose;
      this.mostKnown = mostKnown;
    }

    void add(Row row) {
      key = row.getLong(0);
      inUse = row.getLong(1);
      if (!Look.isOfKnown(row, 2)) {
        if (++looseRows <= mostLoose) {
          loose.add(Look.of(row, 2));
        }
      } else if (++knownRows <= mostKnown) {
        known.add(Look.of(row, 2));
      }
    }

    boolean isTooLarge() {
      return looseRows > mostLoose || knownRows > mostKnown;
    }

    int rule() {
      return BlockingKeys.rule(key);
    }
  }

  private static Row leftOut(Block block) {
    long rows = block.looseRows + block.knownRows;
    return RowFactory.create(null, block.key, null, 1L << block.rule(), rows, 0f, 0f);
  }

  private void among(Block block, List<Row> pairs) {
    List<Look> loose = block.loose;
    for (int one = 0; one < loose.size(); one++) {
      for (int other = one + 1; other < loose.size(); other++) {
        Look first = loose.get(one);
        Look second = loose.get(other);
        boolean isInOrder = first.profile() < second.profile();
        compare(isInOrder ? first : second, isInOrder ? second : first, block, pairs);
      }
    }
  }

  private void between(Block block, List<Row> pairs) {
    for (Look one : block.loose) {
      for (Look other : block.known) {
        compare(one, other, block, pairs);
      }
    }
  }

  private void compare(Look one, Look other, Block block, List<Row> pairs) {
    if (hasMetBefore(one, other, block.rule())) {
      return;
    }
    long pattern = comparisons.pattern(one.values(), other.values());
    float rarity = 0;
    float ownRarity = 0;
    for (int at = 0; at < comparisons.count(); at++) {
      if (Pattern.agreement(pattern, at) == Agreement.EXACT) {
        // A value that one of two lists hardly knows may be common in the other.
        float bits = Math.min(one.bits()[at], other.bits()[at]);
        rarity += bits;
        ownRarity += comparisons.isShared(at) ? 0 : bits;
      }
    }
    pairs.add(
        RowFactory.create(
            one.profile(),
            other.profile(),
            other.owner(),
            rulesMet(pattern, block.inUse, one, other),
            pattern,
            rarity,
            ownRarity));
  }

  /** True if both are looked up under an attribute with a smaller number, and agree on it. */
  private boolean hasMetBefore(Look one, Look other, int rule) {
    long both = one.active() & other.active();
    int end = Math.min(rule, singles);
    for (int at = 0; at < end; at++) {
      if ((both & 1L << at) != 0 && Arrays.equals(one.values()[at], other.values()[at])) {
        return true;
      }
    }
    return false;
  }

  /** All rules under which the pair could meet, not only the one under which it did. */
  private long rulesMet(long pattern, long inUse, Look one, Look other) {
    long active = one.active() & other.active();
    long met = 0;
    for (int rule = 0; rule < rules.size(); rule++) {
      BlockingRule each = rules.get(rule);
      if ((inUse & 1L << rule) != 0
          && (each.isRough() ? one.isRoughly(other, each) : each.holds(pattern))) {
        met |= isLookedUp(rule, active) ? 1L << rule : 0;
      }
    }
    return met;
  }

  private boolean isLookedUp(int rule, long active) {
    if (rules.get(rule).isRough()) {
      return true;
    }
    return rule < singles
        ? (active & 1L << rule) != 0
        : rules.get(rule).comparisons().stream().noneMatch(at -> (active & 1L << at) != 0);
  }
}
