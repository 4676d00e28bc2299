package aftermath.identity.probable;

import aftermath.matching.BlockingRule;
import aftermath.matching.RoughForm;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A profile in memory, ready to be compared.
 *
 * @param owner the known person whose look it is; null if nobody knows yet
 * @param active bit per attribute under whose value the profile is looked up
 * @param values by comparison, null where absent
 * @param bits rarity of each value: {@code -log2} of its share
 * @param rough rough form of each value that was asked for; empty if it has none
 */
record Look(long profile, Long owner, long active, char[][] values, float[] bits, String[] rough) {

  /** Columns profile, owner, active, values, bits, in this order from {@code first} on. */
  static Look of(Row row, int first) {
    char[][] values = chars(row.getList(first + 3));
    List<Float> rarities = row.getList(first + 4);
    var bits = new float[values.length];
    for (int at = 0; at < values.length; at++) {
      bits[at] = rarities.get(at) == null ? 0 : rarities.get(at);
    }
    Long owner = row.isNullAt(first + 1) ? null : row.getLong(first + 1);
    var rough = new String[values.length];
    return new Look(row.getLong(first), owner, row.getLong(first + 2), values, bits, rough);
  }

  /** Only its values. */
  static Look of(List<String> values) {
    char[][] chars = chars(values);
    return new Look(0, null, 0, chars, new float[chars.length], new String[chars.length]);
  }

  /** Whether both have the same rough form of all that a rule asks for. */
  boolean isRoughly(Look other, BlockingRule rule) {
    for (int at : rule.comparisons()) {
      String mine = rough(at);
      if (mine.isEmpty() || !mine.equals(other.rough(at))) {
        return false;
      }
    }
    return true;
  }

  private String rough(int at) {
    if (rough[at] == null) {
      String form = values[at] == null ? null : RoughForm.of(new String(values[at]));
      rough[at] = form == null ? "" : form;
    }
    return rough[at];
  }

  static char[][] chars(List<String> values) {
    return values.stream()
        .map(value -> value == null ? null : value.toCharArray())
        .toArray(char[][]::new);
  }

  /** Whether the row is of a known person. */
  static boolean isOfKnown(Row row, int first) {
    return !row.isNullAt(first + 1);
  }
}
