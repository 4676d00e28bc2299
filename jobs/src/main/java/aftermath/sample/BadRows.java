package aftermath.sample;

import java.util.Map;

/** Spreads rows that are nobody's evenly over part files, and within a file over its rows. */
final class BadRows {

  /** Kinds that swallow what follows them can only come last. */
  static final String LAST = "unterminated_quote";

  private final Map<String, Long> declared;
  private final Census census;
  private final int parts;

  BadRows(Map<String, Long> declared, Census census, int parts) {
    this.declared = declared == null ? Map.of() : declared;
    this.census = census;
    this.parts = parts;
  }

  Map<String, Long> declared() {
    return declared;
  }

  /** How many rows of a kind one part file has. */
  long in(int part, String kind) {
    long total = census.atLeastOne(declared.get(kind));
    if (kind.equals(LAST)) {
      return part < Math.min(parts, total) ? 1 : 0;
    }
    return total * (part + 1) / parts - total * part / parts;
  }

  /** How many rows of a kind come right before a row, if there are so many of both. */
  static long before(long row, long rows, long bad) {
    return rows == 0 ? 0 : bad * (row + 1) / rows - bad * row / rows;
  }
}
