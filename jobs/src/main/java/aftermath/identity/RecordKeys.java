package aftermath.identity;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;

/**
 * A small number for everybody, the same in every table: what they add up to says which people are
 * in a cell without saying who, so that the same people get the same noise wherever they are
 * counted. Of five million people twenty thousand have the same.
 */
public final class RecordKeys {
  /** Record keys are from 0 up to, but not including, this. */
  public static final int RANGE = 256;

  private RecordKeys() {}

  /** The key of whoever a column names. */
  public static Column of(Column id) {
    return pmod(xxhash64(id), lit((long) RANGE));
  }
}
