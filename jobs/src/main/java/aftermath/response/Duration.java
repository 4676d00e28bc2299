package aftermath.response;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * How long something took, in whole seconds. What took less than no time is a slip of a clock: it
 * is not known how long it took, and it is counted that this happened.
 *
 * @param name the column that has it
 */
record Duration(String name, Column seconds) {
  private static final double MICROS = 1e6;

  /** Seconds from one moment to another, a fraction dropped; whatever is before it is negative. */
  static Column between(String begin, String end) {
    Column micros = unix_micros(col(end)).minus(unix_micros(col(begin)));
    return functions.floor(micros.divide(MICROS)).cast("bigint");
  }

  Column isNegative() {
    return coalesce(seconds.lt(0L), lit(false));
  }

  Column ifNegative() {
    return when(isNegative(), 1).otherwise(0);
  }

  Column orNull() {
    return when(seconds.geq(0L), seconds);
  }
}
