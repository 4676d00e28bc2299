package aftermath.identity.probable;

import aftermath.functions.BlockingKeys;
import aftermath.matching.Look;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** The looks that have one key in common. Rows are key, profile, owner, look. */
final class Block {

  /** A look and what it is called; unpacked when it has somebody to be compared with. */
  static final class Seen {
    private final long profile;
    private final Long owner;
    private final byte[] packed;
    private Look look;

    private Seen(Row row) {
      profile = row.getLong(1);
      owner = row.isNullAt(2) ? null : row.getLong(2);
      packed = row.getAs(3);
    }

    long profile() {
      return profile;
    }

    /** The known person whose look it is; null of a record. */
    Long owner() {
      return owner;
    }
  }

  private final List<Seen> records = new ArrayList<>();
  private final List<Seen> known = new ArrayList<>();
  private final int comparisons;
  private int rule;

  Block(Iterator<Row> rows, int comparisons) {
    this.comparisons = comparisons;
    rows.forEachRemaining(
        row -> {
          rule = BlockingKeys.rule(row.getLong(0));
          var seen = new Seen(row);
          (seen.owner == null ? records : known).add(seen);
        });
  }

  int rule() {
    return rule;
  }

  List<Seen> records() {
    return records;
  }

  List<Seen> known() {
    return known;
  }

  Look look(Seen seen) {
    if (seen.look == null) {
      seen.look = Look.of(seen.packed, comparisons);
    }
    return seen.look;
  }
}
