package aftermath.identity.probable;

import aftermath.matching.Agreement;
import aftermath.matching.BlockingRule;
import aftermath.matching.Comparisons;
import aftermath.matching.Pattern;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Compares all rows of a block with each other. Rows come sorted by key, so that one block is in
 * memory at a time, and of a block that is too large only its size.
 *
 * <p>A row is key, rule, bits of the rules in use, and the columns of a {@link Look}. A result is
 * profile, other, owner, rules, pattern, rarity; of a block that was left out: the rule's bit in
 * rules and its rows in pattern, the key in other, and no profile.
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
    return new Blocks(rows);
  }

  private final class Blocks implements Iterator<Row>, Serializable {
    private static final long serialVersionUID = 1L;
    private final transient Iterator<Row> rows;
    private transient Row ahead;
    private transient Iterator<Row> found = List.<Row>of().iterator();

    Blocks(Iterator<Row> rows) {
      this.rows = rows;
      this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!found.hasNext() && ahead != null) {
        found = block();
      }
      return found.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return found.next();
    }

    private Iterator<Row> block() {
      long key = ahead.getLong(0);
      int rule = ahead.getInt(1);
      long inUse = ahead.getLong(2);
      var loose = new ArrayList<Look>();
      var known = new ArrayList<Look>();
      long looseRows = 0;
      long knownRows = 0;
      while (ahead != null && ahead.getLong(0) == key) {
        boolean isLoose = ahead.isNullAt(4);
        if (isLoose && ++looseRows <= largest) {
          loose.add(Look.of(ahead, 3));
        } else if (!isLoose && ++knownRows <= (long) largest * KNOWN_FOR_EACH) {
          known.add(Look.of(ahead, 3));
        }
        ahead = rows.hasNext() ? rows.next() : null;
      }
      var pairs = new ArrayList<Row>();
      if (looseRows > largest || knownRows > (long) largest * KNOWN_FOR_EACH) {
        pairs.add(leftOut(key, rule, looseRows + knownRows));
      } else if (pairing == Pairing.LOOSE_WITH_LOOSE) {
        among(loose, rule, inUse, pairs);
      } else {
        between(loose, known, rule, inUse, pairs);
      }
      return pairs.iterator();
    }
  }

  private static Row leftOut(long key, int rule, long rows) {
    return RowFactory.create(null, key, null, 1L << rule, rows, 0f);
  }

  private void among(List<Look> loose, int rule, long inUse, List<Row> pairs) {
    for (int one = 0; one < loose.size(); one++) {
      for (int other = one + 1; other < loose.size(); other++) {
        Look first = loose.get(one);
        Look second = loose.get(other);
        boolean isInOrder = first.profile() < second.profile();
        compare(isInOrder ? first : second, isInOrder ? second : first, rule, inUse, pairs);
      }
    }
  }

  private void between(List<Look> loose, List<Look> known, int rule, long inUse, List<Row> pairs) {
    for (Look one : loose) {
      for (Look other : known) {
        compare(one, other, rule, inUse, pairs);
      }
    }
  }

  private void compare(Look one, Look other, int rule, long inUse, List<Row> pairs) {
    if (hasMetBefore(one, other, rule)) {
      return;
    }
    long pattern = comparisons.pattern(one.values(), other.values());
    long rulesMet = rulesMet(pattern, inUse, one.active() & other.active());
    pairs.add(
        RowFactory.create(
            one.profile(),
            other.profile(),
            other.owner(),
            rulesMet,
            pattern,
            rarity(pattern, one, other)));
  }

  /** True if both are looked up under an attribute with a smaller number, and agree on it. */
  private boolean hasMetBefore(Look one, Look other, int rule) {
    long both = one.active() & other.active();
    int end = Math.min(rule, singles);
    for (int at = 0; at < end; at++) {
      if ((both & 1L << at) != 0 && java.util.Arrays.equals(one.values()[at], other.values()[at])) {
        return true;
      }
    }
    return false;
  }

  /** All rules under which the pair could meet, not only the one under which it did. */
  private long rulesMet(long pattern, long inUse, long active) {
    long met = 0;
    for (int rule = 0; rule < rules.size(); rule++) {
      if ((inUse & 1L << rule) != 0 && rules.get(rule).holds(pattern)) {
        boolean isLookedUp =
            rule < singles
                ? (active & 1L << rule) != 0
                : rules.get(rule).comparisons().stream().noneMatch(at -> (active & 1L << at) != 0);
        met |= isLookedUp ? 1L << rule : 0;
      }
    }
    return met;
  }

  private float rarity(long pattern, Look one, Look other) {
    float bits = 0;
    for (int at = 0; at < comparisons.count(); at++) {
      if (Pattern.agreement(pattern, at) == Agreement.EXACT) {
        // A value that one of two lists hardly knows may be common in the other.
        bits += Math.min(one.bits()[at], other.bits()[at]);
      }
    }
    return bits;
  }
}
