package aftermath.identity.probable;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A profile in memory, ready to be compared.
 *
 * @param owner the known person whose look it is; null if nobody knows yet
 * @param active bit per attribute under whose value the profile is looked up
 * @param values by comparison, null where absent
 * @param bits rarity of each value: {@code -log2} of its share
 */
record Look(long profile, Long owner, long active, char[][] values, float[] bits) {

  /** Columns profile, owner, active, values, bits, in this order from {@code first} on. */
  static Look of(Row row, int first) {
    List<String> texts = row.getList(first + 3);
    List<Float> rarities = row.getList(first + 4);
    var values = new char[texts.size()][];
    var bits = new float[texts.size()];
    for (int at = 0; at < values.length; at++) {
      String text = texts.get(at);
      values[at] = text == null ? null : text.toCharArray();
      bits[at] = rarities.get(at) == null ? 0 : rarities.get(at);
    }
    Long owner = row.isNullAt(first + 1) ? null : row.getLong(first + 1);
    return new Look(row.getLong(first), owner, row.getLong(first + 2), values, bits);
  }

  boolean isLoose() {
    return owner == null;
  }
}
