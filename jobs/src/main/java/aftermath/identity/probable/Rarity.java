package aftermath.identity.probable;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How rare the values of a row are, and which of them are too common to be looked up alone. */
final class Rarity {
  private final Blocking blocking;
  private final int largestBlock;

  Rarity(Blocking blocking, int largestBlock) {
    this.blocking = blocking;
    this.largestBlock = largestBlock;
  }

  /** One row: in_use, in_use_for_known, and the share of an unlisted value by attribute. */
  Dataset<Row> inUse(Dataset<Row> rules) {
    var columns = new ArrayList<Column>();
    columns.add(rulesWhere("is_in_use").as("in_use"));
    columns.add(rulesWhere("is_in_use_for_known").as("in_use_for_known"));
    for (int rule = 0; rule < blocking.singles(); rule++) {
      columns.add(max(when(col("rule").equalTo(rule), col("rest_share"))).as("rest_" + rule));
    }
    return rules.agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
  }

  /** Adds bits, the rarity of each value, and common: bit per value that is too common alone. */
  Dataset<Row> withRarity(Dataset<Row> looks, Dataset<Row> keys) {
    Dataset<Row> listed =
        keys.where("key IS NOT NULL")
            .select(col("key").as("listed"), col("share"), col("profiles"));
    Dataset<Row> rows = looks;
    var bits = new ArrayList<Column>();
    Column common = lit(0L);
    for (int at = 0; at < blocking.singles(); at++) {
      Dataset<Row> of =
          listed.select(
              col("listed").as("key_" + at),
              col("share").as("share_" + at),
              col("profiles").gt(largestBlock).as("is_common_" + at));
      rows = rows.join(broadcast(of), blocking.key(at).equalTo(of.col("key_" + at)), "left_outer");
      Column share = coalesce(col("share_" + at), col("rest_" + at));
      bits.add(log2(share).multiply(-1).cast("float"));
      common =
          common.bitwiseOR(
              when(coalesce(col("is_common_" + at), lit(false)), 1L << at).otherwise(0L));
    }
    Column[] kept = columnsOf(looks);
    Column[] all = Arrays.copyOf(kept, kept.length + 2);
    all[kept.length] = array(bits.toArray(Column[]::new)).as("bits");
    all[kept.length + 1] = common.as("common");
    return rows.select(all);
  }

  private static Column rulesWhere(String flag) {
    return coalesce(bit_or(when(col(flag), expr("shiftleft(1L, rule)")).otherwise(0L)), lit(0L));
  }

  private static Column[] columnsOf(Dataset<Row> rows) {
    return Stream.of(rows.columns()).map(functions::col).toArray(Column[]::new);
  }
}
