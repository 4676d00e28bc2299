package aftermath.standard;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * 64-bit keys for joins and groups. A shuffle of 8 bytes costs less than half of one of strings;
 * the chance that any two of 20 million different values share a key is 1 in 90,000.
 */
public final class Keys {
  private Keys() {}

  /** The key of the named columns' values; null if one of them is absent. */
  public static Column keyOf(List<String> columns) {
    Column[] values = columns.stream().map(functions::col).toArray(Column[]::new);
    Column allPresent = Arrays.stream(values).map(Column::isNotNull).reduce(lit(true), Column::and);
    return when(allPresent, xxhash64(values));
  }

  /** The key within a scope: equal keys of different scopes differ. */
  public static Column scoped(String scope, Column key) {
    return when(key.isNotNull(), xxhash64(lit(scope), key));
  }
}
